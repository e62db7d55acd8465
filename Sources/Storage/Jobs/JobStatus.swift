/// How far a job is, as clients see it.
public enum JobStatus: String, Sendable, CaseIterable {
    /// Waits for its turn, or runs.
    case pending
    /// Ended with a result.
    case completed
    /// Ended with a fault.
    case failed
    /// Was cancelled before it ended.
    case cancelled

    /// Whether a job that has this status keeps it.
    public var isTerminal: Bool { self != .pending }
}
