import Synchronization

/// The device memory of all tenants: ``TenantMemory``, and an observer that is told of every change.
final class DeviceMemory: Sendable {
    private let tenants: Mutex<TenantMemory>
    private let observer: any ComputeObserver

    init(limit: Int?, observer: any ComputeObserver) {
        tenants = Mutex(TenantMemory(limit: limit))
        self.observer = observer
    }

    /// Charges a tenant.
    /// - Throws: `quotaExceeded` when the tenant would have more than it may.
    func charge(_ bytes: Int, to tenant: UInt64) throws(ComputeError) {
        try tenants.withLock { tenants throws(ComputeError) in try tenants.charge(bytes, to: tenant) }
        observer.deviceMemoryChanged(tenant: tenant, by: bytes)
    }

    /// Gives back what was charged.
    func giveBack(_ bytes: Int, of tenant: UInt64) {
        guard bytes > 0 else { return }
        tenants.withLock { $0.giveBack(bytes, of: tenant) }
        observer.deviceMemoryChanged(tenant: tenant, by: -bytes)
    }

    /// Bytes charged to a tenant now.
    func used(by tenant: UInt64) -> Int { tenants.withLock { $0.used(by: tenant) } }
}
