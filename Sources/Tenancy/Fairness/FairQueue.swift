/// What waits, in the order in which tenants take turns by their weights.
///
/// Within a tenant it is first come, first served. Between tenants it is worst-case fair weighted fair queueing
/// (WF²Q+, Bennett and Zhang 1997) with turns of equal cost: while the same tenants wait, each has had its weight's
/// share of the turns, give or take one. A tenant that was away begins where the others are, with neither credit
/// for the time nor forgiveness of what it had in advance.
///
/// An element is in the queue once. One whose deadline has come leaves ahead of all others, marked as expired, and
/// costs its tenant nothing. All operations take O(log n). A plain value without clocks or locks.
///
/// ```swift
/// var queue = FairQueue<Int>()
/// queue.append(1, tenant: a, weight: 2)
/// queue.append(2, tenant: b)
/// while let turn = queue.popFirst(now: now) { … }
/// ```
public struct FairQueue<Element: Hashable & Sendable>: Sendable {
    /// An element that leaves the queue.
    public struct Turn: Sendable {
        /// What was appended.
        public let element: Element
        /// Whose it is.
        public let tenant: TenantID
        /// Whether its deadline has come, so that it leaves without having had its turn.
        public let isExpired: Bool
    }

    /// An element between its neighbours in its tenant's line.
    struct Place: Sendable {
        let tenant: TenantID
        var previous: Element?
        var next: Element?
    }

    /// The elements of one tenant, of which there is at least one.
    struct Line: Sendable {
        var first: Element
        var last: Element
        var count: Int
        var weight: Int
        /// When its next turn may begin.
        var start: UInt128
        var isSuspended = false
    }

    var places: [Element: Place] = [:]
    var lines: [TenantID: Line] = [:]
    var deadlines = IndexedHeap<Element, UInt64>()
    /// Tenants whose next turn has begun on the virtual clock, by its end; and those whose turn is to begin.
    var begun = IndexedHeap<TenantID, VirtualTime>()
    var future = IndexedHeap<TenantID, VirtualTime>()
    /// Where tenants that nothing waits of have to begin when they come back, if that is after now.
    var absent = IndexedHeap<TenantID, UInt128>()
    var clock: UInt128 = 0
    /// Of the tenants that are in `begun` or `future`.
    var totalWeight = 0
    private var sequence: UInt64 = 0

    /// Makes an empty queue.
    public init() {}

    /// The number of elements.
    public var count: Int { places.count }

    /// Whether nothing is in the queue.
    public var isEmpty: Bool { places.isEmpty }

    /// The number of elements of a tenant.
    public func count(of tenant: TenantID) -> Int { lines[tenant]?.count ?? 0 }

    /// Whether the element is in the queue.
    public func contains(_ element: Element) -> Bool { places[element] != nil }

    /// The element of a tenant that is its next.
    public func first(of tenant: TenantID) -> Element? { lines[tenant]?.first }

    /// Whether an element's deadline has come.
    public func hasExpired(now: UInt64) -> Bool { deadlines.min.map { $0.priority <= now } ?? false }

    /// Puts an element at the end of its tenant's line.
    ///
    /// - Parameters:
    ///   - element: nothing happens when it is in the queue already.
    ///   - tenant: whose it is.
    ///   - weight: the tenant's weight from now on, in ``FairnessLimits/weights``.
    ///   - deadline: when it expires, on the clock of ``popFirst(now:)``; never, by default.
    /// - Returns: whether it was put there.
    @discardableResult
    public mutating func append(
        _ element: Element, tenant: TenantID, weight: Int = FairnessLimits.defaultWeight, deadline: UInt64 = .max
    ) -> Bool {
        guard places[element] == nil else { return false }
        let range = FairnessLimits.weights
        let weight = min(max(weight, range.lowerBound), range.upperBound)
        if deadline < .max { deadlines.set(element, deadline) }
        guard var line = lines.removeValue(forKey: tenant) else {
            places[element] = Place(tenant: tenant)
            let start = max(clock, absent.remove(tenant) ?? 0)
            let line = Line(first: element, last: element, count: 1, weight: weight, start: start)
            lines[tenant] = line
            join(tenant, line)
            return true
        }
        places[element] = Place(tenant: tenant, previous: line.last)
        places[line.last]?.next = element
        line.last = element
        line.count += 1
        if !line.isSuspended { totalWeight += weight - line.weight }
        line.weight = weight
        lines[tenant] = line
        return true
    }

    /// Takes the next element out: one whose deadline has come if there is one, else the one whose turn it is among
    /// the tenants that are not suspended.
    ///
    /// - Parameter now: on the clock of the deadlines.
    public mutating func popFirst(now: UInt64 = 0) -> Turn? {
        if let first = deadlines.min, first.priority <= now, let place = places[first.key] {
            remove(first.key, place)
            return Turn(element: first.key, tenant: place.tenant, isExpired: true)
        }
        guard let tenant = nextTenant(), let line = lines[tenant], let place = places[line.first] else { return nil }
        clock += VirtualTime.progress(totalWeight: totalWeight)
        leave(tenant, line)
        lines[tenant]?.start = line.start + VirtualTime.cost(weight: line.weight)
        // Before the element goes: it may be the last one, whose tenant is then remembered with the turn it had.
        if let line = lines[tenant] { join(tenant, line) }
        remove(line.first, place)
        return Turn(element: line.first, tenant: tenant, isExpired: false)
    }

    /// Takes an element out, wherever it stands.
    ///
    /// - Returns: whether it was in the queue as that tenant's.
    @discardableResult
    public mutating func remove(_ element: Element, tenant: TenantID) -> Bool {
        guard let place = places[element], place.tenant == tenant else { return false }
        remove(element, place)
        return true
    }

    /// Takes out the element of a tenant that came last.
    public mutating func popLast(of tenant: TenantID) -> Element? {
        guard let last = lines[tenant]?.last, let place = places[last] else { return nil }
        remove(last, place)
        return last
    }

    /// Passes a tenant over until it is resumed, or until nothing of its waits any more. Its deadlines stay in force,
    /// and it gains nothing by the time.
    public mutating func setSuspended(_ isSuspended: Bool, _ tenant: TenantID) {
        guard var line = lines[tenant], line.isSuspended != isSuspended else { return }
        if isSuspended {
            leave(tenant, line)
            line.isSuspended = true
        } else {
            line.isSuspended = false
            line.start = max(line.start, clock)
            join(tenant, line)
        }
        lines[tenant] = line
    }

    /// Lets a tenant compete.
    mutating func join(_ tenant: TenantID, _ line: Line) {
        totalWeight += line.weight
        future.set(tenant, VirtualTime(point: line.start, sequence: sequence))
        sequence += 1
    }

    /// Lets a tenant compete no more.
    mutating func leave(_ tenant: TenantID, _ line: Line) {
        totalWeight -= line.weight
        if future.remove(tenant) == nil { begun.remove(tenant) }
    }
}
