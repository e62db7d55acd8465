import TestSupport
import Testing

@testable import Tenancy

private let second: UInt64 = 1_000_000_000

@Suite struct TokenBucketTests {
    private func bucket(_ rate: Double, _ burst: Int) throws -> TokenBucket {
        TokenBucket(try #require(RateLimit(ratePerSecond: rate, burst: burst)))
    }

    @Test(arguments: [0, second, .max]) func `a new bucket allows its burst at whatever time it is`(_ now: UInt64)
        throws
    {
        var bucket = try bucket(10, 3)
        let decisions = (0..<4).map { _ in bucket.take(now: now) }
        #expect(decisions.prefix(3) == [.allowed, .allowed, .allowed])
        #expect(decisions[3] == .limited(retryAfterNanoseconds: second / 10))
    }

    @Test func `permits drip in at the rate`() throws {
        var bucket = try bucket(10, 2)
        let times: [UInt64] = [
            0, 0, 99_999_999, 100_000_000, 150_000_000, 200_000_000, 10 * second, 10 * second, 10 * second,
        ]
        let allowed = times.map { bucket.take(now: $0).isAllowed }
        #expect(allowed == [true, true, false, true, false, true, true, true, false])
    }

    @Test func `a rate may be less than one in a second`() throws {
        var bucket = try bucket(0.25, 1)
        let decisions = [0, 0, second, 4 * second - 1, 4 * second].map { bucket.take(now: $0) }
        #expect(
            decisions == [
                .allowed, .limited(retryAfterNanoseconds: 4 * second), .limited(retryAfterNanoseconds: 3 * second),
                .limited(retryAfterNanoseconds: 1), .allowed,
            ])
    }

    @Test func `a refusal costs nothing`() throws {
        var bucket = try bucket(1, 1)
        _ = bucket.take(now: 0)
        for _ in 0..<100 { _ = bucket.take(now: second - 1) }
        let decision = bucket.take(now: second)
        #expect(decision == .allowed)
    }

    @Test func `a clock that goes back gives nothing and breaks nothing`() throws {
        var bucket = try bucket(1, 2)
        let times: [UInt64] = [10 * second, 10 * second, 0, 9 * second, 10 * second, 0, 11 * second, 11 * second]
        let allowed = times.map { bucket.take(now: $0).isAllowed }
        #expect(allowed == [true, true, false, false, false, false, true, false])
    }

    @Test func `the largest limits and the longest times do not overflow`() throws {
        for rate in [RateLimits.ratesPerSecond.lowerBound, 1, RateLimits.ratesPerSecond.upperBound] {
            for burst in [1, RateLimits.bursts.upperBound] {
                var bucket = try bucket(rate, burst)
                let decisions = [0, 1, UInt64.max - 1, .max].map { bucket.take(now: $0) }
                #expect(decisions[0] == .allowed && decisions[2] == .allowed)
                #expect(decisions[1].isAllowed == (burst > 1 || rate > 1))
            }
        }
    }

    @Test func `a bucket is full when a new one would decide the same`() throws {
        var bucket = try bucket(10, 5)
        #expect(bucket.isFull(now: 0))
        _ = bucket.take(now: 0)
        _ = bucket.take(now: 0)
        #expect(!bucket.isFull(now: 0) && !bucket.isFull(now: 199_999_999))
        #expect(bucket.isFull(now: 200_000_000))
    }

    @Test func `no window lets more through than its burst and its rate, and who waits as told gets in`() throws {
        var generator = SeededGenerator(seed: 5)
        for _ in 0..<300 {
            let rate = pow10(Double.random(in: -3...7, using: &generator))
            let burst = Int.random(in: 1...50, using: &generator)
            var bucket = try bucket(rate, burst)
            let interval = max(1, UInt64(1e9 / rate))
            var now = UInt64.random(in: 0...(1 << 60), using: &generator)
            var allowed: [UInt64] = []
            for _ in 0..<200 {
                now +=
                    UInt64.random(in: 0...(interval * 2), using: &generator)
                    * UInt64.random(in: 0...1, using: &generator)
                switch bucket.take(now: now) {
                case .allowed:
                    allowed.append(now)
                case .limited(let wait):
                    #expect(wait > 0 && Double(wait) <= 1e9 / rate * 1.001 + 1)
                    var early = bucket
                    var punctual = bucket
                    let tooSoon = early.take(now: now + wait - 1)
                    let inTime = punctual.take(now: now + wait)
                    #expect(!tooSoon.isAllowed && inTime.isAllowed)
                }
            }
            for (first, start) in allowed.enumerated() {
                for (last, end) in allowed.enumerated().dropFirst(first) {
                    // A permit's share of rounding in the test's own arithmetic, not in the bucket's.
                    let most = Double(burst) + Double(end - start) * rate / 1e9 + 1e-6
                    #expect(Double(last - first + 1) <= most)
                }
            }
        }
    }

    @Test func `in the long run a caller gets its rate`() throws {
        for rate in [0.5, 3, 1_000, 7e5] {
            var bucket = try bucket(rate, 10)
            let step = UInt64(1e9 / rate / 3)
            let count = (0..<UInt64(30_000)).count { bucket.take(now: $0 * step).isAllowed }
            let expected = 10 + Double(step * 29_999) * rate / 1e9
            #expect(abs(Double(count) - expected) <= 2, "\(rate)")
        }
    }

    private func pow10(_ exponent: Double) -> Double {
        var value = 1.0
        for _ in 0..<Int(exponent.magnitude) { value *= exponent < 0 ? 0.1 : 10 }
        return value * (1 + exponent.magnitude.truncatingRemainder(dividingBy: 1))
    }
}
