import Tenancy

/// A job that an earlier process has accepted and not ended.
public struct UnfinishedJob: Sendable, Equatable {
    /// The job's identity.
    public var id: JobID

    /// The tenant that asked for it.
    public var tenant: TenantID

    /// How often it has begun.
    public var attempts: Int

    /// Makes a job of its parts.
    public init(id: JobID, tenant: TenantID, attempts: Int) {
        self.id = id
        self.tenant = tenant
        self.attempts = attempts
    }
}
