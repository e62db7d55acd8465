/// Why a module was refused or the engine could not be used.
///
/// Faults of a running guest are ``GuestFailure``s, not errors of this type.
public struct EngineError: Error, Equatable, CustomStringConvertible {
    /// What went wrong; new cases may be added.
    public enum Code: String, Sendable {
        /// The bytes are not a valid WebAssembly module; the message tells where.
        case invalidModule = "invalid_module"
        /// The bytes are a WebAssembly component, which is another kind of file than a module.
        case component
        /// The module imports something that nobody offers; the message names it.
        case missingImport = "missing_import"
        /// A memory's minimum exceeds ``EngineConfiguration/maximumMemoryBytes``.
        case memoryTooLarge = "memory_too_large"
        /// A table's minimum exceeds ``EngineConfiguration/maximumTableElements``.
        case tableTooLarge = "table_too_large"
        /// A compiled artifact was refused: written by another version or configuration, or damaged.
        case artifactRejected = "artifact_rejected"
        /// The loaded Wasmtime library is not the pinned version.
        case wrongLibrary = "wrong_library"
        /// The engine could not be made; usually address space is limited (`ulimit -v`).
        case unavailable
    }

    /// What went wrong, for programs.
    public let code: Code
    /// Text for people: the guest's author for module errors, the operator for the others.
    public let message: String

    /// Makes an error of its parts.
    /// Where in the module's file the fault is, in bytes, when the engine tells.
    public let offset: Int?

    /// - Parameters: see the properties.
    public init(_ code: Code, _ message: String, offset: Int? = nil) {
        self.code = code
        self.message = message
        self.offset = offset
    }

    /// The code and the message, for logs.
    public var description: String { "\(code.rawValue): \(message)" }
}
