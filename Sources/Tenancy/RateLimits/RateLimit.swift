/// How often something may happen: a rate in the long run, and how many at once.
public struct RateLimit: Sendable, Equatable {
    /// Permits per second in the long run.
    public let ratePerSecond: Double

    /// The most permits that an idle bucket saves up.
    public let burst: Int

    /// What a bucket gains each nanosecond, in ``TokenBucket``'s unit, rounded down: rounded up it would grant more
    /// than the rate.
    let gain: UInt128

    /// Makes a limit.
    ///
    /// - Parameters:
    ///   - ratePerSecond: Permits per second, fractions allowed, in ``RateLimits/ratesPerSecond``.
    ///   - burst: Permits at once, in ``RateLimits/bursts``.
    /// - Returns: nil when one of them is out of its range or not a number.
    public init?(ratePerSecond: Double, burst: Int) {
        guard RateLimits.ratesPerSecond.contains(ratePerSecond), RateLimits.bursts.contains(burst) else { return nil }
        self.ratePerSecond = ratePerSecond
        self.burst = burst
        gain = UInt128(ratePerSecond * Double(TokenBucket.unit))
    }
}
