import Synchronization

/// The device of a process with everything that guests share around it: the queue, the kernel cache, the counters.
///
/// One per process. Whoever made it calls ``shutDown()``.
public final class ComputeService: Sendable {
    /// The limits it was made with.
    public let limits: ComputeLimits
    /// The device; `nil` when devices are switched off.
    public let device: (any Device)?
    let memory: DeviceMemory
    let queue: LaunchQueue?
    let cache: KernelCache?
    private let sessions = Atomic<UInt64>(0)

    /// - Parameters:
    ///   - device: `nil` when devices are switched off: sessions then answer `notAvailable`.
    ///   - digest: SHA-256 of a PTX text, for the kernel cache. Called on the thread that loads.
    ///   - observer: told about launches, memory and the cache.
    public init(
        device: (any Device)?, limits: ComputeLimits = ComputeLimits(),
        digest: @escaping @Sendable ([UInt8]) -> [UInt8], observer: any ComputeObserver
    ) {
        self.limits = limits
        self.device = device
        memory = DeviceMemory(limit: limits.deviceMemoryBytesPerTenant, observer: observer)
        queue = device.map { LaunchQueue(device: $0, limits: limits, observer: observer) }
        cache = device.map { KernelCache(device: $0, limits: limits, digest: digest, observer: observer) }
    }

    /// Attributes of the device; `nil` when devices are switched off.
    public var attributes: DeviceAttributes? { device?.attributes }

    /// Bytes of device memory that a tenant's instances have now.
    public func deviceMemory(of tenant: UInt64) -> Int { memory.used(by: tenant) }

    /// What one instance has at the device.
    /// - Parameters:
    ///   - tenant: who pays.
    ///   - deadline: when the invocation ends, on the monotonic clock, in nanoseconds; `.max` for never.
    ///   - output: receives what kernels print, each time when the instance's launches have ended; on any thread, one
    ///     call at a time, before those who wait for the launches are told. Must return at once.
    public func makeSession(
        tenant: UInt64, deadline: UInt64, output: (@Sendable ([UInt8]) -> Void)? = nil
    ) -> ComputeSession {
        let id = sessions.add(1, ordering: .relaxed).newValue
        let state = SessionState(id: id, tenant: tenant, limits: limits, memory: memory, output: output)
        queue?.open(state)
        return ComputeSession(service: self, state: state, deadline: deadline)
    }

    /// Ends the device's threads. What runs is stopped, what waits fails, and later loads and launches are refused.
    ///
    /// Every completion is still called, some of them after this has returned.
    public func shutDown() {
        queue?.close()
        cache?.close()
        device?.shutDown()
    }
}
