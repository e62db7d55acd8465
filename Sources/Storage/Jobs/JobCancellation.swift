/// What a cancellation came upon.
public enum JobCancellation: Sendable, Equatable {
    /// The job waited, and never runs now.
    case cancelled
    /// The job ran. It is cancelled in the database; what runs of it is to be stopped, and its result is not kept.
    case running
    /// The job had ended already, and stays as it is.
    case finished(JobStatus)
    /// The tenant has no such job.
    case notFound
}
