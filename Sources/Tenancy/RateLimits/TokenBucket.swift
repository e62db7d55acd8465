/// A bucket that permits drip into at a fixed rate, up to its burst, and that each event takes one out of.
///
/// It counts in whole numbers and never gains by rounding: in any window of t seconds it allows at most
/// burst + rate · t events. It refills when it is asked, so that an idle one costs nothing.
///
/// ```swift
/// var bucket = TokenBucket(limit)
/// guard bucket.take(now: now).isAllowed else { return tooManyRequests }
/// ```
public struct TokenBucket: Sendable, Equatable {
    /// What a permit is made of, per nanosecond of a rate of one per second.
    ///
    /// The largest product, 2⁶⁴ nanoseconds at 10⁹ permits per second, is 2⁶⁴ · 2³⁰ · 2³²: it fits 128 bits.
    static let unit: UInt128 = 1 << 32

    private static let permit = unit * 1_000_000_000

    /// What the bucket is refilled by.
    public let limit: RateLimit

    /// What is missing until it is full, at `updated`. A new bucket needs no clock, because it misses nothing.
    private var missing: UInt128 = 0
    private var updated: UInt64 = 0

    /// Makes a full bucket.
    public init(_ limit: RateLimit) {
        self.limit = limit
    }

    /// Takes a permit if there is one.
    ///
    /// - Parameter now: Nanoseconds on a clock that does not go back. If it does, nothing drips in until it has come
    ///   as far as it was.
    public mutating func take(now: UInt64) -> RateDecision {
        missing = missing(at: now)
        updated = max(updated, now)
        let capacity = Self.permit * UInt128(limit.burst)
        let taken = missing + Self.permit
        guard taken > capacity else {
            missing = taken
            return .allowed
        }
        let nanoseconds = (taken - capacity + limit.gain - 1) / limit.gain
        return .limited(retryAfterNanoseconds: UInt64(clamping: nanoseconds))
    }

    /// Whether nothing is missing, so that a new bucket in its place would decide the same.
    public func isFull(now: UInt64) -> Bool { missing(at: now) == 0 }

    private func missing(at now: UInt64) -> UInt128 {
        guard now > updated else { return missing }
        let gained = UInt128(now - updated) * limit.gain
        return gained < missing ? missing - gained : 0
    }
}
