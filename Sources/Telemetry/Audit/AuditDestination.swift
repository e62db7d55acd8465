/// Where audit lines go.
public enum AuditDestination: Sendable, Equatable {
    /// Nowhere: nothing is recorded.
    case none
    /// To standard output.
    case standardOutput
    /// To the end of a regular file, which is made with mode 0600 if it does not exist.
    case file(path: String)
}
