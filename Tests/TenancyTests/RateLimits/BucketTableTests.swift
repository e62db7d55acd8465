import TestSupport
import Testing

@testable import Tenancy

private let second: UInt64 = 1_000_000_000

@Suite struct BucketTableTests {
    private func table(_ rate: Double, _ burst: Int, capacity: Int) throws -> BucketTable<Int> {
        BucketTable(try #require(RateLimit(ratePerSecond: rate, burst: burst)), capacity: capacity)
    }

    @Test func `keys do not share what they have`() throws {
        var table = try table(1, 2, capacity: 8)
        let allowed = [1, 1, 1, 2, 2, 2, 3].map { table.take($0, now: 0).isAllowed }
        #expect(allowed == [true, true, false, true, true, false, true])
        #expect(table.count == 3)
    }

    @Test func `newcomers to a table without room share one bucket`() throws {
        var table = try table(1, 2, capacity: 3)
        for key in 0..<3 { _ = table.take(key, now: 0) }
        let allowed = [10, 11, 12, 10].map { table.take($0, now: 0).isAllowed }
        #expect(allowed == [true, true, false, false])
        let old = (0..<3).map { table.take($0, now: 0).isAllowed }
        #expect(old == [true, true, true])
        #expect(table.count == 3)
    }

    @Test func `a newcomer takes the place of a bucket that is full again`() throws {
        var table = try table(1, 2, capacity: 3)
        for key in [0, 1, 1, 2, 2] { _ = table.take(key, now: 0) }
        // Key 0 misses one permit, which is back after a second; the others still miss one.
        let newcomer = (0..<3).map { _ in table.take(10, now: second).isAllowed }
        #expect(newcomer == [true, true, false])
        // Key 0 has lost its place, not its permits: with the next newcomers it shares a bucket, and not key 10's.
        let others = [0, 11, 12].map { table.take($0, now: second).isAllowed }
        #expect(others == [true, true, false])
        let known = [1, 1, 2, 10].map { table.take($0, now: second).isAllowed }
        #expect(known == [true, false, true, false])
    }

    @Test func `a flood of made-up keys neither grows the table nor stops the keys that are in it`() throws {
        var table = try table(1, 5, capacity: 100)
        for key in 0..<100 { _ = table.take(key, now: 0) }
        let flood = (0..<100_000).count { table.take(1_000 + $0, now: 0).isAllowed }
        #expect(flood == 5)
        #expect(table.count == 100)
        let known = (0..<100).count { table.take($0, now: 0).isAllowed }
        #expect(known == 100)
    }

    @Test func `when all are idle every newcomer finds a place at once`() throws {
        var table = try table(10, 1, capacity: 50)
        for key in 0..<50 { _ = table.take(key, now: 0) }
        let allowed = (100..<150).count { table.take($0, now: second).isAllowed }
        #expect(allowed == 50)
    }

    @Test func `an idle place is found in the end however many are busy`() throws {
        var table = try table(1, 2, capacity: 500)
        for key in 0..<500 { for _ in 0..<(key == 317 ? 1 : 2) { _ = table.take(key, now: 0) } }
        // Only key 317 is full after a second. A newcomer that found its place has a burst of its own.
        let newcomer = (0..<100).first { _ in
            _ = table.take(-1, now: second)
            return table.take(317, now: second) == .limited(retryAfterNanoseconds: second)
        }
        #expect(newcomer != nil)
    }

    @Test func `whatever happens in the table, no key gets more than two buckets allow`() throws {
        var generator = SeededGenerator(seed: 6)
        for _ in 0..<50 {
            let burst = Int.random(in: 1...5, using: &generator)
            let capacity = Int.random(in: 1...20, using: &generator)
            var table = try table(10, burst, capacity: capacity)
            var allowed: [Int: Int] = [:]
            var now: UInt64 = 0
            for _ in 0..<2_000 {
                now += UInt64.random(in: 0...20_000_000, using: &generator)
                let key = Int.random(in: 0..<30, using: &generator)
                if table.take(key, now: now).isAllowed { allowed[key, default: 0] += 1 }
                #expect(table.count <= capacity)
            }
            let most = 2 * (Double(burst) + Double(now) * 10 / 1e9)
            #expect(allowed.values.allSatisfy { Double($0) <= most })
        }
    }

    @Test func `with room for all, a table decides as one bucket for each key does`() throws {
        var generator = SeededGenerator(seed: 7)
        let limit = try #require(RateLimit(ratePerSecond: 25, burst: 4))
        // Fewer places than keys that ever come, but never more keys busy than places.
        var table = BucketTable<Int>(limit, capacity: 16)
        var buckets: [Int: TokenBucket] = [:]
        var now: UInt64 = 0
        for round in 0..<5_000 {
            now += UInt64.random(in: 0...30_000_000, using: &generator)
            let key = round / 200 * 8 + Int.random(in: 0..<8, using: &generator)
            let decision = table.take(key, now: now)
            let expected = buckets[key, default: TokenBucket(limit)].take(now: now)
            #expect(decision == expected)
        }
    }

    @Test func `threads that ask at the same time do not get more than the burst`() async throws {
        let limiter = RateLimiter<Int>(try #require(RateLimit(ratePerSecond: 1, burst: 100)), capacity: 4)
        let allowed = await withTaskGroup(of: Int.self) { group in
            for _ in 0..<8 { group.addTask { (0..<50).count { _ in limiter.take(1, now: 5).isAllowed } } }
            return await group.reduce(0, +)
        }
        #expect(allowed == 100)
        #expect(limiter.take(2, now: 5) == .allowed)
    }
}
