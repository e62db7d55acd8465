/// A part of a listing of jobs.
public struct JobPage: Sendable, Equatable {
    /// The jobs in the order of their creation, the oldest first.
    public var jobs: [JobRecord]

    /// What to pass to get the jobs after these; nil when there are none now.
    public var nextCursor: String?

    /// Makes a page of its parts.
    public init(jobs: [JobRecord], nextCursor: String?) {
        self.jobs = jobs
        self.nextCursor = nextCursor
    }
}
