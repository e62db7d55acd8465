/// Decides which calls run: a fixed number of slots for all, less of them and of memory for each tenant, and a bounded
/// waiting room in which tenants take turns by their weights.
///
/// A call of a tenant that is at a limit of its own is refused at once; one that finds all slots taken waits. When the
/// waiting room is full, a newcomer takes the place of the newest call of the tenant that holds the most for its
/// weight, if its own tenant still holds less afterwards; otherwise it is refused. A waiting call whose tenant is at a
/// limit when its turn comes is passed over until calls of that tenant have ended, and others go on meanwhile.
///
/// Whoever changes anything asks ``next(now:)`` afterwards until it answers nil. Then these hold: never more than the
/// limits; nothing that may run waits while a slot is free; what a call reserves is given back with its slot.
///
/// A plain value without clocks or locks. Everything takes O(log n) of the calls that run and wait.
public struct AdmissionQueue<Call: Hashable & Sendable>: Sendable {
    /// What becomes of a call that asks for a slot.
    public enum Decision: Sendable, Equatable {
        /// It runs, and gives its slot back with ``AdmissionQueue/release(_:)``.
        case admitted
        /// It waits, in the place of another call that waits no longer and is to be refused as
        /// ``AdmissionRefusal/tenantWaiting``.
        case waiting(pushedOut: Call?)
        /// It neither runs nor waits.
        case refused(AdmissionRefusal)
    }

    /// A call that waits no longer.
    public struct Turn: Sendable {
        /// The call.
        public let call: Call
        /// Whether its deadline has come; otherwise it has a slot and runs.
        public let isExpired: Bool
    }

    /// The bounds.
    public let limits: AdmissionLimits
    let weights: [TenantID: Int]
    /// Slots that are taken.
    public private(set) var taken = 0
    private(set) var entries: [Call: AdmissionEntry] = [:]
    private var tenants: [TenantID: TenantAccount] = [:]
    private var room = WaitingRoom()
    private var queue = FairQueue<Call>()

    /// Makes a queue of free slots.
    ///
    /// - Parameter weights: the weights of tenants, in ``FairnessLimits/weights``; those not named have
    ///   ``FairnessLimits/defaultWeight``.
    public init(limits: AdmissionLimits, weights: [TenantID: Int] = [:]) {
        self.limits = limits
        let range = FairnessLimits.weights
        self.weights = weights.mapValues { min(max($0, range.lowerBound), range.upperBound) }
    }

    /// The number of calls that wait.
    public var waiting: Int { queue.count }

    /// The weight of a tenant.
    public func weight(of tenant: TenantID) -> Int { weights[tenant] ?? FairnessLimits.defaultWeight }

    /// What a tenant's calls hold at present.
    public func usage(of tenant: TenantID) -> TenantUsage {
        let account = tenants[tenant] ?? TenantAccount()
        return TenantUsage(
            weight: weight(of: tenant), instances: account.instances, memoryBytes: account.memoryBytes,
            waiting: queue.count(of: tenant))
    }

    /// Asks for a slot.
    ///
    /// - Parameters:
    ///   - call: one that neither runs nor waits.
    ///   - tenant: whose it is.
    ///   - memoryBytes: what it reserves while it runs, at least 0.
    ///   - deadline: when it stops waiting, on the clock of ``next(now:)``.
    public mutating func request(
        _ call: Call, tenant: TenantID, memoryBytes: Int, deadline: UInt64 = .max
    ) -> Decision {
        precondition(memoryBytes >= 0, "a reservation is not negative")
        let account = tenants[tenant] ?? TenantAccount()
        if let refusal = account.refusal(of: memoryBytes, limits) { return .refused(refusal) }
        if taken < limits.slots {
            // What waits of the tenant then waits for its memory, and this call must not take that away from it.
            guard queue.isEmpty || queue.count(of: tenant) == 0 else { return .refused(.tenantMemory) }
            enter(call, AdmissionEntry(tenant: tenant, memoryBytes: memoryBytes, isWaiting: false))
            hold(tenant, memoryBytes)
            return .admitted
        }
        let weight = weight(of: tenant)
        var pushedOut: Call?
        if queue.count >= limits.waiting {
            switch room.verdict(on: tenant, weight: weight, places: limits.waiting) {
            case .refused(let refusal): return .refused(refusal)
            case .pushesOut(let greediest):
                guard let last = queue.popLast(of: greediest) else { return .refused(.waitingRoomFull) }
                pushedOut = last
                forget(last)
            }
        }
        enter(call, AdmissionEntry(tenant: tenant, memoryBytes: memoryBytes, isWaiting: true))
        queue.append(call, tenant: tenant, weight: weight, deadline: deadline)
        settle(tenant)
        return .waiting(pushedOut: pushedOut)
    }

    /// Gives the slot and the memory of a call back.
    ///
    /// - Returns: whether it held them; a second time has no effect.
    @discardableResult
    public mutating func release(_ call: Call) -> Bool {
        guard let entry = entries.removeValue(forKey: call) else { return false }
        guard !entry.isWaiting else {
            entries[call] = entry
            return false
        }
        taken -= 1
        if let index = tenants.index(forKey: entry.tenant) {
            tenants.values[index].remove(entry.memoryBytes)
            if tenants.values[index].instances == 0 { tenants.remove(at: index) }
        }
        if !queue.isEmpty { settle(entry.tenant) }
        return true
    }

    /// Stops waiting.
    ///
    /// - Returns: whether the call waited; otherwise it holds a slot or is unknown here.
    @discardableResult
    public mutating func withdraw(_ call: Call) -> Bool {
        guard let entry = entries[call], entry.isWaiting else { return false }
        queue.remove(call, tenant: entry.tenant)
        forget(call)
        return true
    }

    /// The next call that waits no longer: one whose deadline has come, or one that may run and now has a slot.
    ///
    /// - Parameter now: on the clock of the deadlines.
    public mutating func next(now: UInt64) -> Turn? {
        guard !queue.isEmpty, taken < limits.slots || queue.hasExpired(now: now), let turn = queue.popFirst(now: now),
            let entry = entries[turn.element]
        else { return nil }
        guard !turn.isExpired else {
            forget(turn.element)
            return Turn(call: turn.element, isExpired: true)
        }
        entries[turn.element]?.isWaiting = false
        hold(entry.tenant, entry.memoryBytes)
        settle(entry.tenant)
        return Turn(call: turn.element, isExpired: false)
    }

    private mutating func enter(_ call: Call, _ entry: AdmissionEntry) {
        let known = entries.updateValue(entry, forKey: call)
        precondition(known == nil, "a call asked for a slot twice")
    }

    private mutating func hold(_ tenant: TenantID, _ memoryBytes: Int) {
        taken += 1
        tenants[tenant, default: TenantAccount()].add(memoryBytes)
    }

    /// A call has left the waiting room without having run.
    private mutating func forget(_ call: Call) {
        guard let entry = entries.removeValue(forKey: call) else { return }
        settle(entry.tenant)
    }

    /// Brings what depends on a tenant's calls up to date: its places in the waiting room, and whether its next call
    /// could run if there was a slot.
    private mutating func settle(_ tenant: TenantID) {
        room.set(queue.count(of: tenant), tenant, weight: weight(of: tenant))
        guard let first = queue.first(of: tenant), let entry = entries[first] else { return }
        let account = tenants[tenant] ?? TenantAccount()
        queue.setSuspended(account.refusal(of: entry.memoryBytes, limits) != nil, tenant)
    }
}
