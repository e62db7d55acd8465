/// The least severe messages that are logged. The names are those of swift-log's `Logger.Level`.
public enum LogLevel: String, Sendable, CaseIterable {
    /// Every step, for following one call.
    case trace
    /// What a developer of the server wants to see.
    case debug
    /// What an operator wants to see.
    case info
    /// Unusual, but not a fault.
    case notice
    /// Something may need attention.
    case warning
    /// A fault.
    case error
    /// A fault that needs attention at once.
    case critical
}
