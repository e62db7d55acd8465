import Storage
import WasmEngine

/// Why the runtime refused something or a call ended without a result.
public enum RuntimeError: Error, Sendable, Equatable {
    /// No such function for this tenant.
    case notFound
    /// The function's name breaks a rule; the text tells which.
    case invalidName(String)
    /// The module was refused by the engine.
    case module(EngineError)
    /// The module's file exceeds the limit, in bytes.
    case moduleTooLarge(limit: Int)
    /// The export that was named, or the default one, does not exist.
    case missingExport(String)
    /// An argument does not fit its parameter, or their number differs; the text names the index.
    case invalidArguments(String)
    /// The export returns a value that JSON cannot carry.
    case unsupportedReturnType(String)
    /// All slots are taken and the waiting room is full, or the wait outlasted the deadline.
    case capacityExhausted(String)
    /// The tenant has all that it may have at once; the text tells of what.
    case tenantCapacityExhausted(String)
    /// The guest faulted.
    case trap(Trap)
    /// The guest left with a code other than 0.
    case exit(code: Int32)
    /// The call outlasted its deadline.
    case deadlineExceeded
    /// The caller went away.
    case cancelled
    /// The data directory could not be read or written.
    case storage(StorageError)
    /// A fault of this system; the text is for the operator's log only.
    case `internal`(String)

    /// A stable name for logs.
    public var code: String {
        switch self {
        case .notFound: "not_found"
        case .invalidName: "invalid_name"
        case .module(let error): error.code.rawValue
        case .moduleTooLarge: "module_too_large"
        case .missingExport: "missing_export"
        case .invalidArguments: "invalid_arguments"
        case .unsupportedReturnType: "unsupported_return_type"
        case .capacityExhausted: "capacity_exhausted"
        case .tenantCapacityExhausted: "tenant_capacity_exhausted"
        case .trap: "trap"
        case .exit: "exit"
        case .deadlineExceeded: "deadline_exceeded"
        case .cancelled: "cancelled"
        case .storage(let error): "storage_\(error.code.rawValue)"
        case .internal: "internal"
        }
    }
}

extension RuntimeError {
    /// Runs `body` and tells its fault in this room's terms.
    static func fromEngine<Result>(_ body: () throws(EngineError) -> Result) throws(RuntimeError) -> Result {
        do throws(EngineError) { return try body() } catch { throw .module(error) }
    }

    /// Runs `body` and tells its fault in this room's terms.
    static func fromStorage<Result>(_ body: () throws(StorageError) -> Result) throws(RuntimeError) -> Result {
        do throws(StorageError) { return try body() } catch { throw .storage(error) }
    }

    /// Runs `body` and tells its fault in this room's terms.
    static func awaitingStorage<Result: Sendable>(
        _ body: () async throws(StorageError) -> Result
    ) async throws(RuntimeError) -> Result {
        do throws(StorageError) { return try await body() } catch { throw .storage(error) }
    }
}
