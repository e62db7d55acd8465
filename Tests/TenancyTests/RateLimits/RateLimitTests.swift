import Testing

@testable import Tenancy

@Suite struct RateLimitTests {
    @Test(arguments: [
        (0.0, 1), (-1, 1), (.nan, 1), (.infinity, 1), (1e-7, 1), (1.000_001e9, 1), (1, 0), (1, -1), (1, 1_000_000_001),
        (1, .max), (-.infinity, .min),
    ])
    func `what is out of range is no limit`(_ rate: Double, _ burst: Int) {
        #expect(RateLimit(ratePerSecond: rate, burst: burst) == nil)
    }

    @Test(arguments: [(1e-6, 1), (1e9, 1_000_000_000), (0.1, 20), (10, 20)])
    func `what is in range is kept as it is`(_ rate: Double, _ burst: Int) throws {
        let limit = try #require(RateLimit(ratePerSecond: rate, burst: burst))
        #expect(limit.ratePerSecond == rate && limit.burst == burst)
        #expect(limit.gain > 0)
    }

    @Test func `a client is told whole seconds, one at least and never too few`() {
        let cases: [(UInt64, Int)] = [
            (0, 1), (1, 1), (999_999_999, 1), (1_000_000_000, 1), (1_000_000_001, 2), (2_500_000_000, 3),
            (.max, 18_446_744_074),
        ]
        for (nanoseconds, seconds) in cases {
            #expect(RateDecision.limited(retryAfterNanoseconds: nanoseconds).retryAfterSeconds == seconds)
        }
        #expect(RateDecision.allowed.retryAfterSeconds == nil)
        #expect(RateDecision.allowed.isAllowed && !RateDecision.limited(retryAfterNanoseconds: 1).isAllowed)
    }
}
