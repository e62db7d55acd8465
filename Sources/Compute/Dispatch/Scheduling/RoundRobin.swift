/// Elements of several tenants that wait for the same thing: tenants take turns, and each tenant's elements keep their
/// order. A tenant that comes anew stands behind the others, so it waits for at most one element of each.
struct RoundRobin<Element> {
    private var turns = FIFO<UInt64>()
    private var waiting: [UInt64: FIFO<Element>] = [:]
    private(set) var count = 0

    /// The number of elements of one tenant.
    func count(of tenant: UInt64) -> Int { waiting[tenant]?.count ?? 0 }

    mutating func append(_ element: Element, of tenant: UInt64) {
        if waiting[tenant] == nil { turns.append(tenant) }
        waiting[tenant, default: FIFO()].append(element)
        count += 1
    }

    /// The next element; its tenant goes to the end of the line.
    mutating func popFirst() -> Element? {
        guard let tenant = turns.popFirst(), let element = waiting[tenant]?.popFirst() else { return nil }
        count -= 1
        if waiting[tenant]?.isEmpty == true {
            waiting[tenant] = nil
        } else {
            turns.append(tenant)
        }
        return element
    }

    /// Takes out the tenant's first element that matches. Takes O(tenants + the tenant's elements).
    mutating func removeFirst(of tenant: UInt64, where matches: (Element) -> Bool) -> Element? {
        guard let element = waiting[tenant]?.removeFirst(where: matches) else { return nil }
        count -= 1
        if waiting[tenant]?.isEmpty == true {
            waiting[tenant] = nil
            _ = turns.removeFirst { $0 == tenant }
        }
        return element
    }
}
