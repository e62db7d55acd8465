/// The form of a log line.
public enum LogFormat: String, Sendable, CaseIterable {
    /// One readable line.
    case text
    /// One JSON object per line.
    case json
}
