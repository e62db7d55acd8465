import Testing

@testable import Tenancy

private let second: UInt64 = 1_000_000_000

@Suite struct PrecedencePolicyTests {
    private func policy(_ rate: Double, _ burst: Int, capacity: Int = 64) -> PrecedencePolicy<Int> {
        PrecedencePolicy(ratePerSecond: rate, burst: burst, capacity: capacity)
    }

    @Test func `who holds threads up too often begins elsewhere until another time is allowed`() {
        var policy = policy(1, 2)
        for _ in 0..<2 { policy.heldUp(by: 1, now: 0) }
        #expect(policy.mayBegin(1, now: 0) && policy.allowsAll)
        policy.heldUp(by: 1, now: 0)
        #expect(!policy.mayBegin(1, now: 0) && !policy.allowsAll)
        #expect(!policy.mayBegin(1, now: second - 1) && policy.mayBegin(1, now: second))
    }

    @Test func `others lose nothing by it`() {
        var policy = policy(1, 1)
        for _ in 0..<10 { policy.heldUp(by: 1, now: 0) }
        policy.heldUp(by: 2, now: 0)
        #expect(policy.mayBegin(2, now: 0) && policy.mayBegin(3, now: 0))
    }

    @Test func `an endless stream of long work holds threads up no more often than the limit says`() {
        var policy = policy(4, 8)
        var holdUps = 0
        for arrival in 0..<100_000 {
            let now = UInt64(arrival) * 1_000_000
            guard policy.mayBegin(7, now: now) else { continue }
            policy.heldUp(by: 7, now: now)
            holdUps += 1
        }
        // A hundred seconds; whenever a bar has ended, one takes the permit and a second one finds none.
        #expect(holdUps <= 8 + 4 * 100 * 2)
    }

    @Test func `keys beyond the capacity do not grow the memory`() {
        var policy = policy(1, 1, capacity: 4)
        for key in 10..<1_000 { for _ in 0..<2 { policy.heldUp(by: key, now: 0) } }
        let barred = (10..<1_000).count { !policy.mayBegin($0, now: 0) }
        #expect((1...4).contains(barred))
        policy.heldUp(by: 1, now: 10 * second)
        #expect(policy.allowsAll)
    }
}
