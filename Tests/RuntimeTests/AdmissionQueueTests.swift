import Testing

@testable import Runtime

@Suite struct AdmissionQueueTests {
    @Test func `slots are given first, then places to wait, then nothing`() {
        var queue = AdmissionQueue(slots: 2, waitingLimit: 1)
        let decisions = (1...4).map { queue.request($0) }
        #expect(decisions == [.admitted, .admitted, .waiting, .refused])
        #expect(queue.taken == 2 && queue.waiting == 1)
    }

    @Test func `a slot given back goes to the one that waits longest`() {
        var queue = AdmissionQueue(slots: 1, waitingLimit: 3)
        for call in 1...4 { _ = queue.request(UInt64(call)) }
        let next = (1...4).map { _ in queue.release() }
        #expect(next == [2, 3, 4, nil])
        #expect(queue.taken == 0)
        let decision = queue.request(9)
        #expect(decision == .admitted)
    }

    @Test func `who no longer waits is passed over`() {
        var queue = AdmissionQueue(slots: 1, waitingLimit: 3)
        for call in 1...3 { _ = queue.request(UInt64(call)) }
        #expect([2, 2, 1].map { queue.withdraw($0) } == [true, false, false])
        let next = queue.release()
        #expect(next == 3)
    }

    @Test func `no order of requests, releases and withdrawals breaks the limits or leaves a slot idle`() {
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<200 {
            var queue = AdmissionQueue(slots: .random(in: 1...4), waitingLimit: .random(in: 0...4))
            var holding: Set<UInt64> = []
            var waiting: [UInt64] = []
            for call in 0..<UInt64(100) {
                switch Int.random(in: 0..<3, using: &generator) {
                case 0:
                    switch queue.request(call) {
                    case .admitted: holding.insert(call)
                    case .waiting: waiting.append(call)
                    case .refused: #expect(waiting.count == queue.waitingLimit && holding.count == queue.slots)
                    }
                case 1:
                    guard let done = holding.popFirst() else { continue }
                    _ = done
                    let next = queue.release()
                    #expect(next == waiting.first)
                    if let next {
                        waiting.removeFirst()
                        holding.insert(next)
                    }
                default:
                    guard let leaving = waiting.randomElement() else { continue }
                    let wasWaiting = queue.withdraw(leaving)
                    #expect(wasWaiting)
                    waiting.removeAll { $0 == leaving }
                }
                #expect(queue.taken == holding.count && queue.taken <= queue.slots)
                #expect(queue.waiting == waiting.count && queue.waiting <= queue.waitingLimit)
                #expect(waiting.isEmpty || queue.taken == queue.slots)
            }
        }
    }
}
