import Testing

@testable import Tenancy

private let (a, b, c) = (TenantID(1), TenantID(2), TenantID(3))

@Suite struct AdmissionQueueTests {
    private func queue(
        slots: Int, waiting: Int, instances: Int = 100, bytes: Int = 1_000, weights: [TenantID: Int] = [:]
    ) -> AdmissionQueue<Int> {
        AdmissionQueue(
            limits: AdmissionLimits(
                slots: slots, waiting: waiting, instancesPerTenant: instances, memoryBytesPerTenant: bytes),
            weights: weights)
    }

    private func drain(_ queue: inout AdmissionQueue<Int>, now: UInt64 = 0) -> [Int] {
        var calls: [Int] = []
        while let turn = queue.next(now: now) { calls.append(turn.call) }
        return calls
    }

    @Test func `slots are given first, then places to wait, then nothing`() {
        var queue = queue(slots: 2, waiting: 1)
        let decisions = (1...4).map { queue.request($0, tenant: a, memoryBytes: 10) }
        #expect(decisions == [.admitted, .admitted, .waiting(pushedOut: nil), .refused(.waitingRoomFull)])
        #expect(queue.taken == 2 && queue.waiting == 1)
        #expect(queue.usage(of: a) == TenantUsage(weight: 1, instances: 2, memoryBytes: 20, waiting: 1))
    }

    @Test func `a slot given back goes to the one that waits longest, and a second giving back is nothing`() {
        var queue = queue(slots: 1, waiting: 3)
        for call in 1...4 { _ = queue.request(call, tenant: a, memoryBytes: 10) }
        let released = [queue.release(1), queue.release(1), queue.release(3)]
        #expect(released == [true, false, false])
        #expect(drain(&queue) == [2])
        #expect(queue.taken == 1 && queue.usage(of: a).memoryBytes == 10)
    }

    @Test func `who no longer waits is passed over`() {
        var queue = queue(slots: 1, waiting: 3)
        for call in 1...3 { _ = queue.request(call, tenant: a, memoryBytes: 0) }
        let withdrawn = [2, 2, 1, 9].map { queue.withdraw($0) }
        #expect(withdrawn == [true, false, false, false])
        queue.release(1)
        #expect(drain(&queue) == [3])
    }

    @Test func `a tenant at its limit of instances or memory is refused while others are admitted`() {
        var queue = queue(slots: 10, waiting: 10, instances: 2, bytes: 100)
        let decisions = [
            queue.request(1, tenant: a, memoryBytes: 1), queue.request(2, tenant: a, memoryBytes: 1),
            queue.request(3, tenant: a, memoryBytes: 1), queue.request(4, tenant: b, memoryBytes: 60),
            queue.request(5, tenant: b, memoryBytes: 41), queue.request(6, tenant: c, memoryBytes: 101),
            queue.request(7, tenant: b, memoryBytes: 40),
        ]
        #expect(
            decisions == [
                .admitted, .admitted, .refused(.tenantInstances), .admitted, .refused(.tenantMemory),
                .refused(.tenantMemory), .admitted,
            ])
        queue.release(4)
        let again = queue.request(8, tenant: b, memoryBytes: 60)
        #expect(again == .admitted)
    }

    @Test func `a waiting call whose tenant is at its limit does not hold up others`() {
        var queue = queue(slots: 2, waiting: 10, instances: 1)
        for (call, tenant) in [(1, a), (2, b)] { _ = queue.request(call, tenant: tenant, memoryBytes: 0) }
        _ = queue.request(3, tenant: c, memoryBytes: 0)
        _ = queue.request(4, tenant: c, memoryBytes: 0)
        queue.release(1)
        #expect(drain(&queue) == [3])
        queue.release(2)
        #expect(drain(&queue) == [])
        let newcomer = queue.request(5, tenant: a, memoryBytes: 0)
        #expect(newcomer == .admitted)
        queue.release(3)
        #expect(drain(&queue) == [4])
    }

    @Test func `small calls do not keep a large one of their tenant from its memory`() {
        var queue = queue(slots: 3, waiting: 10, bytes: 100)
        for (call, tenant, bytes) in [(1, a, 50), (2, b, 0), (3, b, 0), (4, a, 40), (5, a, 40)] {
            _ = queue.request(call, tenant: tenant, memoryBytes: bytes)
        }
        queue.release(2)
        #expect(drain(&queue) == [4])
        queue.release(3)
        // A slot and 10 bytes are free, but the next in line needs 40.
        #expect(drain(&queue) == [])
        let small = queue.request(6, tenant: a, memoryBytes: 10)
        #expect(small == .refused(.tenantMemory))
        queue.release(1)
        #expect(drain(&queue) == [5])
    }

    @Test func `when a large call stops waiting, a small one behind it may run`() {
        var queue = queue(slots: 3, waiting: 10, bytes: 100)
        for (call, tenant, bytes) in [(1, a, 50), (2, b, 0), (3, b, 0), (4, a, 40), (5, a, 40), (6, a, 10)] {
            _ = queue.request(call, tenant: tenant, memoryBytes: bytes)
        }
        for call in [2, 3] { queue.release(call) }
        #expect(drain(&queue) == [4])
        queue.withdraw(5)
        #expect(drain(&queue) == [6])
    }

    @Test func `the newest call of the greediest yields its place to a tenant with less`() {
        var queue = queue(slots: 1, waiting: 4)
        for call in 1...5 { _ = queue.request(call, tenant: a, memoryBytes: 0) }
        let decisions = (11...13).map { queue.request($0, tenant: b, memoryBytes: 0) }
        #expect(decisions == [.waiting(pushedOut: 5), .waiting(pushedOut: 4), .refused(.waitingRoomFull)])
        #expect(queue.usage(of: a).waiting == 2 && queue.usage(of: b).waiting == 2)
        let greedy = queue.request(6, tenant: a, memoryBytes: 0)
        #expect(greedy == .refused(.waitingRoomFull))
        queue.release(1)
        #expect(drain(&queue) == [2])
    }

    @Test func `who holds more than its share of a full room is told so`() {
        var queue = queue(slots: 1, waiting: 5)
        for call in 1...4 { _ = queue.request(call, tenant: a, memoryBytes: 0) }
        for call in 11...12 { _ = queue.request(call, tenant: b, memoryBytes: 0) }
        let decisions = [queue.request(5, tenant: a, memoryBytes: 0), queue.request(13, tenant: b, memoryBytes: 0)]
        #expect(decisions == [.refused(.tenantWaiting), .refused(.waitingRoomFull)])
    }

    @Test func `weights count in the waiting room as well`() {
        var queue = queue(slots: 1, waiting: 4, weights: [a: 3])
        for call in 1...5 { _ = queue.request(call, tenant: a, memoryBytes: 0) }
        let decisions = (11...12).map { queue.request($0, tenant: b, memoryBytes: 0) }
        #expect(decisions == [.waiting(pushedOut: 5), .refused(.waitingRoomFull)])
    }

    @Test func `who has waited past the deadline is handed back as expired`() {
        var queue = queue(slots: 1, waiting: 4)
        for call in 1...4 { _ = queue.request(call, tenant: a, memoryBytes: 7, deadline: UInt64(call) * 10) }
        let none = queue.next(now: 19)
        #expect(none == nil)
        let expired = queue.next(now: 20)
        #expect(expired?.call == 2 && expired?.isExpired == true)
        queue.release(1)
        #expect(drain(&queue, now: 20) == [3])
        #expect(queue.taken == 1 && queue.waiting == 1 && queue.usage(of: a).memoryBytes == 7)
    }

    @Test func `in saturation slots go to tenants by weight`() {
        var queue = queue(slots: 1, waiting: 1_000, weights: [a: 3])
        _ = queue.request(0, tenant: c, memoryBytes: 0)
        for call in 1...400 { _ = queue.request(call, tenant: call.isMultiple(of: 2) ? a : b, memoryBytes: 0) }
        var running = 0
        var counts = [0, 0]
        for _ in 0..<100 {
            queue.release(running)
            guard let turn = queue.next(now: 0) else { break }
            running = turn.call
            counts[running % 2] += 1
        }
        #expect(counts == [75, 25])
    }
}
