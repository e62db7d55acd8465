/// Bytes that are not a module this room understands, and where reading them ended.
public struct BinaryError: Error, Sendable, Equatable, CustomStringConvertible {
    /// What kind of fault it is; stable, for programs.
    public enum Code: String, Sendable, CaseIterable {
        /// The input, a section or a body ends in the middle of something.
        case unexpectedEnd = "unexpected_end"
        /// The first eight bytes are not those of a core module of version 1.
        case notModule = "not_module"
        /// A LEB128 integer that is too long for its type or has bits beyond it.
        case malformedInteger = "malformed_integer"
        /// A name that is not UTF-8.
        case malformedName = "malformed_name"
        /// A byte that stands for nothing where it stands.
        case malformed = "malformed"
        /// An instruction of no proposal that is supported.
        case unknownOpcode = "unknown_opcode"
        /// A section that stands twice or in the wrong place.
        case sectionOrder = "section_order"
        /// Contents that are shorter than the size written in front of them.
        case sizeMismatch = "size_mismatch"
        /// Two counts that must agree and do not.
        case countMismatch = "count_mismatch"
        /// More of something than ``BinaryLimits`` allows.
        case limitExceeded = "limit_exceeded"
    }

    /// What kind of fault it is.
    public let code: Code
    /// What is wrong, for people; names no value that could be a secret.
    public let message: String
    /// The byte of the input at which it was found, from 0 through the input's count.
    public let offset: Int

    /// An error at a byte of the input.
    public init(_ code: Code, _ message: String, at offset: Int) {
        self.code = code
        self.message = message
        self.offset = offset
    }

    /// The message with its place.
    public var description: String { "\(message) (at byte \(offset))" }
}
