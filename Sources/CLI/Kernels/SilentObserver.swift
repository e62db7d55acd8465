import Compute

/// Nobody reads metrics of a single local call.
struct SilentObserver: ComputeObserver {
    func launchEnded(_ record: LaunchRecord) {}
    func permitsChanged(used: Int, available: Int) {}
    func deviceMemoryChanged(tenant: UInt64, by bytes: Int) {}
    func kernelCacheHit() {}
    func kernelPrepared(nanoseconds: UInt64) {}
}
