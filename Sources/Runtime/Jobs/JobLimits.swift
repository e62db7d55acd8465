/// The limits of jobs and streams.
public struct JobLimits: Sendable {
    /// Outstanding jobs and streams of the node.
    public var outstanding = 4_096
    /// Outstanding jobs and streams of a tenant.
    public var outstandingPerTenant = 256
    /// Jobs that run at the same time.
    public var running = 64
    /// Beginnings of one job, after which it counts as failed.
    public var attempts = 16
    /// How long finished jobs are kept.
    public var retention = Duration.seconds(7 * 24 * 3_600)
    /// How long keys of repeated requests are kept.
    public var keyRetention = Duration.seconds(24 * 3_600)

    /// Makes limits of the defaults.
    public init() {}
}
