import Testing

@testable import Tenancy

private let (a, b, c) = (TenantID(1), TenantID(2), TenantID(3))

@Suite struct FairQueueTests {
    private func drain(_ queue: inout FairQueue<Int>, now: UInt64 = 0) -> [Int] {
        var elements: [Int] = []
        while let turn = queue.popFirst(now: now) { elements.append(turn.element) }
        return elements
    }

    @Test func `within a tenant it is first come, first served`() {
        var queue = FairQueue<Int>()
        for element in 1...5 { queue.append(element, tenant: a) }
        #expect(queue.count == 5 && queue.count(of: a) == 5 && queue.first(of: a) == 1)
        #expect(drain(&queue) == [1, 2, 3, 4, 5])
        #expect(queue.isEmpty && queue.first(of: a) == nil)
    }

    @Test func `tenants take turns however much one of them has waiting`() {
        var queue = FairQueue<Int>()
        for element in 0..<100 { queue.append(element, tenant: a) }
        for element in 100..<102 { queue.append(element, tenant: b) }
        queue.append(200, tenant: c)
        #expect(drain(&queue).prefix(6) == [0, 100, 200, 1, 101, 2])
    }

    @Test func `a weight is a share of the turns`() {
        var queue = FairQueue<Int>()
        for element in 0..<300 {
            queue.append(element, tenant: a, weight: 3)
            queue.append(1_000 + element, tenant: b, weight: 1)
        }
        let first = drain(&queue).prefix(40)
        #expect(first.count { $0 < 1_000 } == 30)
        // Spread out, not three quarters of the time at a stretch.
        #expect(zip(first, first.dropFirst()).allSatisfy { $0.0 < 1_000 || $0.1 < 1_000 })
    }

    @Test func `an element is in the queue once`() {
        var queue = FairQueue<Int>()
        let added = [queue.append(1, tenant: a), queue.append(1, tenant: a), queue.append(1, tenant: b)]
        #expect(added == [true, false, false])
        #expect(drain(&queue) == [1])
        let again = queue.append(1, tenant: b)
        #expect(again)
    }

    @Test func `an element can be taken out wherever it stands, by its tenant only`() {
        var queue = FairQueue<Int>()
        for element in 1...5 { queue.append(element, tenant: a) }
        let removed = [3, 1, 5, 3, 9].map { queue.remove($0, tenant: a) }
        #expect(removed == [true, true, true, false, false])
        let foreign = queue.remove(2, tenant: b)
        #expect(!foreign)
        #expect(queue.contains(2) && !queue.contains(3))
        let last = queue.popLast(of: a)
        #expect(last == 4)
        #expect(drain(&queue) == [2])
    }

    @Test func `who is past the deadline leaves first, marked, and at no cost to its tenant`() {
        var queue = FairQueue<Int>()
        for element in 1...3 { queue.append(element, tenant: a) }
        for element in 10...13 { queue.append(element, tenant: b, deadline: UInt64(element)) }
        var turns: [Int] = []
        while let turn = queue.popFirst(now: 11) {
            #expect(turn.isExpired == (turn.element == 10 || turn.element == 11))
            turns.append(turn.element)
        }
        #expect(turns == [10, 11, 1, 12, 2, 13, 3])
    }

    @Test func `a suspended tenant is passed over, but its deadlines are kept`() {
        var queue = FairQueue<Int>()
        queue.append(1, tenant: a, deadline: 50)
        queue.append(2, tenant: a)
        for element in 11...13 { queue.append(element, tenant: b) }
        queue.setSuspended(true, a)
        let first = queue.popFirst(now: 0)?.element
        #expect(first == 11)
        #expect(!queue.hasExpired(now: 49) && queue.hasExpired(now: 50))
        let expired = queue.popFirst(now: 50)
        #expect(expired?.element == 1 && expired?.isExpired == true)
        let rest = drain(&queue, now: 50)
        #expect(rest == [12, 13])
        queue.setSuspended(false, a)
        #expect(drain(&queue) == [2])
    }

    @Test func `being away or suspended saves up no turns`() {
        for isSuspended in [false, true] {
            var queue = FairQueue<Int>()
            for element in 0..<1_000 { queue.append(element, tenant: a) }
            if isSuspended {
                for element in 1_000..<2_000 { queue.append(element, tenant: b) }
                queue.setSuspended(true, b)
            }
            for _ in 0..<500 { _ = queue.popFirst() }
            if isSuspended {
                queue.setSuspended(false, b)
            } else {
                for element in 1_000..<2_000 { queue.append(element, tenant: b) }
            }
            let next = (0..<100).compactMap { _ in queue.popFirst()?.tenant }
            #expect((49...51).contains(next.count { $0 == a }))
        }
    }

    @Test func `leaving and coming back for each element gains nothing`() {
        var queue = FairQueue<Int>()
        for element in 0..<1_000 { queue.append(element, tenant: a) }
        var turns = 0
        for element in 1_000..<1_400 {
            // Gone as soon as it was served, as a guest is that runs; back before the next turn.
            queue.append(element, tenant: b)
            if let turn = queue.popFirst(), turn.tenant == b { turns += 1 }
        }
        #expect((199...201).contains(turns))
    }

    @Test func `tenants that are gone take no memory beyond a limit`() {
        var queue = FairQueue<Int>()
        for element in 0..<10_000 { queue.append(element, tenant: TenantID(UInt64(element)), weight: 1 + element % 7) }
        while let turn = queue.popFirst() {
            if turn.element < 9_000 { queue.append(turn.element + 100_000, tenant: TenantID(UInt64.max)) }
        }
        #expect(queue.lines.isEmpty && queue.places.isEmpty && queue.deadlines.isEmpty && queue.totalWeight == 0)
        #expect(queue.begun.isEmpty && queue.future.isEmpty)
        #expect(queue.absent.count <= FairnessLimits.absentTenants)
    }

    @Test func `a weight out of range counts as the nearest in range`() {
        var queue = FairQueue<Int>()
        for element in 0..<2_000 {
            queue.append(element, tenant: a, weight: .max)
            queue.append(10_000 + element, tenant: b, weight: -5)
        }
        let first = (0..<1_001).compactMap { _ in queue.popFirst()?.tenant }
        #expect((0...2).contains(first.count { $0 == b }))
    }
}
