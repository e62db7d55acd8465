import Tenancy

/// A job as clients may see it, without its request.
public struct JobRecord: Sendable, Equatable {
    /// The job's identity.
    public var id: JobID

    /// The function it calls; it may have been removed since.
    public var function: FunctionID

    /// The tenant that alone sees the job.
    public var tenant: TenantID

    /// How far it is; a running job is pending.
    public var status: JobStatus

    /// When it was accepted, in milliseconds since the Unix epoch.
    public var createdUnixMilliseconds: Int64

    /// When its last attempt began; nil while it waits, and when it ended without one.
    public var startedUnixMilliseconds: Int64?

    /// When it ended; nil until then.
    public var finishedUnixMilliseconds: Int64?

    /// How often it has begun.
    public var attempts: Int

    /// What it ended with, as it was given to ``Storage/finishJob(_:as:result:now:)``; nil for a job that was cancelled
    /// or has not ended.
    public var result: [UInt8]?

    /// Makes a record of its parts.
    public init(
        id: JobID,
        function: FunctionID,
        tenant: TenantID,
        status: JobStatus,
        createdUnixMilliseconds: Int64,
        startedUnixMilliseconds: Int64? = nil,
        finishedUnixMilliseconds: Int64? = nil,
        attempts: Int = 0,
        result: [UInt8]? = nil
    ) {
        self.id = id
        self.function = function
        self.tenant = tenant
        self.status = status
        self.createdUnixMilliseconds = createdUnixMilliseconds
        self.startedUnixMilliseconds = startedUnixMilliseconds
        self.finishedUnixMilliseconds = finishedUnixMilliseconds
        self.attempts = attempts
        self.result = result
    }
}
