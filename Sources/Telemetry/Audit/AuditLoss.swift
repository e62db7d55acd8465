/// Why audit records are dropped.
public enum AuditLoss: Sendable, Equatable, CustomStringConvertible {
    /// They come faster than they can be written.
    case queueFull
    /// The log is closed.
    case closed
    /// The system refused a write.
    case writeFailed(reason: String)

    /// The reason in words, for the operator's log.
    public var description: String {
        switch self {
        case .queueFull: "the queue is full"
        case .closed: "the log is closed"
        case .writeFailed(let reason): "a write failed: \(reason)"
        }
    }
}
