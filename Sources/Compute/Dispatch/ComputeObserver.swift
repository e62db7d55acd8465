/// Receives what happens at the device, for metrics and traces. Called on any thread; must return at once.
public protocol ComputeObserver: Sendable {
    /// A launch that reached the device has ended.
    func launchEnded(_ record: LaunchRecord)
    /// The permits in use changed.
    func permitsChanged(used: Int, available: Int)
    /// Device memory of a tenant grew or shrank by that many bytes.
    func deviceMemoryChanged(tenant: UInt64, by bytes: Int)
    /// A kernel was found in the cache, or was not and has been put there after `nanoseconds` of preparation.
    func kernelCacheHit()
    func kernelPrepared(nanoseconds: UInt64)
}

/// One launch, measured.
public struct LaunchRecord: Sendable {
    /// Who launched it.
    public let tenant: UInt64
    /// Whether it had the device to itself when it started, or shared it with other launches.
    public let isConcurrent: Bool
    /// What runs kernels there.
    public let device: DeviceAttributes.Kind
    /// What the runtime added: permit wait, hand-over and completion, without waiting for earlier launches of the same
    /// instance and without the kernel's own time. In nanoseconds.
    public let overheadNanoseconds: UInt64
    /// The kernel's own time, in nanoseconds.
    public let executionNanoseconds: UInt64
    /// Whether the kernel ran to its end.
    public let isSuccess: Bool

    /// A record of these parts.
    public init(
        tenant: UInt64, isConcurrent: Bool, device: DeviceAttributes.Kind, overheadNanoseconds: UInt64,
        executionNanoseconds: UInt64, isSuccess: Bool
    ) {
        self.tenant = tenant
        self.isConcurrent = isConcurrent
        self.device = device
        self.overheadNanoseconds = overheadNanoseconds
        self.executionNanoseconds = executionNanoseconds
        self.isSuccess = isSuccess
    }
}
