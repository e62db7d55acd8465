import Storage
import Tenancy

/// Which jobs are outstanding, which of them wait and which run. A plain value without clocks or locks.
///
/// Invariants: what is reserved is released exactly once; no more jobs run than allowed; nothing begins after
/// ``stop()``.
struct JobBook {
    /// What came of asking for a place.
    enum Reservation: Equatable {
        case reserved
        case tenantFull
        case nodeFull
    }

    /// A job that has its turn.
    struct Turn: Equatable {
        let id: JobID
        let tenant: TenantID
    }

    private struct Running {
        let tenant: TenantID
        var call: Call?
        var isCancelled = false
    }

    private let limits: JobLimits
    private var outstanding: [TenantID: Int] = [:]
    private var waiting = FairQueue<JobID>()
    private var running: [JobID: Running] = [:]
    private(set) var total = 0
    private(set) var isStopped = false

    init(limits: JobLimits) { self.limits = limits }

    /// Takes a place, to be given back with ``release(_:)`` or by the end of the job.
    mutating func reserve(_ tenant: TenantID) -> Reservation {
        guard total < limits.outstanding else { return .nodeFull }
        guard outstanding[tenant, default: 0] < limits.outstandingPerTenant else { return .tenantFull }
        hold(tenant)
        return .reserved
    }

    /// Takes a place for a job that was accepted earlier, whatever the limits are now.
    mutating func hold(_ tenant: TenantID) {
        outstanding[tenant, default: 0] += 1
        total += 1
    }

    /// Gives a place back.
    mutating func release(_ tenant: TenantID) {
        guard let count = outstanding[tenant] else { preconditionFailure("a place was given back twice") }
        outstanding[tenant] = count > 1 ? count - 1 : nil
        total -= 1
    }

    /// A job that has a place waits for its turn.
    mutating func enqueue(_ id: JobID, _ tenant: TenantID, weight: Int) {
        waiting.append(id, tenant: tenant, weight: weight)
    }

    /// The next job, if one may run. It runs from now on.
    mutating func next() -> Turn? {
        guard !isStopped, running.count < limits.running, let next = waiting.popFirst() else { return nil }
        running[next.element] = Running(tenant: next.tenant)
        return Turn(id: next.element, tenant: next.tenant)
    }

    /// The call of a running job.
    /// - Returns: whether it must be cancelled at once.
    mutating func began(_ id: JobID, _ call: Call) -> Bool {
        guard running[id] != nil else { return true }
        running[id]?.call = call
        return isStopped || running[id]?.isCancelled == true
    }

    /// A running job goes back to those that wait.
    mutating func postpone(_ turn: Turn, weight: Int) {
        running[turn.id] = nil
        if !isStopped { waiting.append(turn.id, tenant: turn.tenant, weight: weight) }
    }

    /// A running job does not run any more, but keeps its place: its end is still to be stored.
    mutating func stopsRunning(_ id: JobID) { running[id] = nil }

    /// Marks a job as cancelled.
    /// - Returns: its call, if it has one.
    mutating func cancel(_ id: JobID, _ tenant: TenantID) -> Call? {
        if waiting.remove(id, tenant: tenant) {
            release(tenant)
            return nil
        }
        running[id]?.isCancelled = true
        return running[id]?.call
    }

    /// Lets nothing begin any more.
    /// - Returns: the calls that run.
    mutating func stop() -> [Call] {
        isStopped = true
        return running.values.compactMap(\.call)
    }

    /// Whether nothing runs.
    var isIdle: Bool { running.isEmpty }
}
