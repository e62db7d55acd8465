import Storage
import Tenancy

/// Decides which guests may begin on the thread that brought their call, which answers other tenants too.
///
/// All may, until guests of the same function, or of the same tenant, have outlasted their first slices there too often.
/// The function comes first: the short calls of a tenant go on as they did while one of its functions runs for long. The
/// tenant's limit is for those who deploy many such functions. A plain value without clocks or locks.
struct FirstSlicePolicy: Sendable {
    // A slice that is used up takes up to two milliseconds of a thread that answers requests: in the long run one tenant
    // costs the threads together less than a hundredth of one's time.
    private var functions = PrecedencePolicy<FunctionID>(ratePerSecond: 0.5, burst: 4)
    private var tenants = PrecedencePolicy<TenantID>(ratePerSecond: 2, burst: 16)

    /// Whether every guest may.
    var allowsAll: Bool { functions.allowsAll && tenants.allowsAll }

    func mayBegin(_ job: GuestJob, now: UInt64) -> Bool {
        tenants.mayBegin(job.tenant, now: now) && (job.function.map { functions.mayBegin($0, now: now) } ?? true)
    }

    /// A guest did not end within its first slice on a thread that answers requests.
    mutating func outlasted(_ job: GuestJob, now: UInt64) {
        tenants.heldUp(by: job.tenant, now: now)
        if let function = job.function { functions.heldUp(by: function, now: now) }
    }
}
