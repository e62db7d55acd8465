/// Why the audit log could not do what it was asked.
public struct TelemetryError: Error, Sendable, Equatable, CustomStringConvertible {
    /// What kind of failure it is; stable.
    public enum Code: String, Sendable {
        /// The audit file cannot be opened, or is not a regular file.
        case auditFileUnusable = "audit_file_unusable"
        /// The record was not written: the queue is full, a write failed, or the log is closed.
        case auditNotWritten = "audit_not_written"
    }

    /// The kind of failure.
    public let code: Code
    /// The reason in words, for the operator's log; may name host paths.
    public let reason: String

    /// Makes an error.
    public init(_ code: Code, reason: String) {
        self.code = code
        self.reason = reason
    }

    /// Code and reason.
    public var description: String { "\(code.rawValue): \(reason)" }
}
