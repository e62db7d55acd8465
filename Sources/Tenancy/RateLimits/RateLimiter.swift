import Synchronization

/// A ``BucketTable`` that many threads ask.
public final class RateLimiter<Key: Hashable & Sendable>: Sendable {
    private let table: Mutex<BucketTable<Key>>

    /// Makes a limiter whose keys have a bucket of `limit` each, at most `capacity` of them (at least 1).
    public init(_ limit: RateLimit, capacity: Int = RateLimits.buckets) {
        table = Mutex(BucketTable(limit, capacity: capacity))
    }

    /// Takes a permit out of the bucket of `key` if there is one.
    ///
    /// - Parameter now: Nanoseconds on the monotonic clock.
    public func take(_ key: Key, now: UInt64) -> RateDecision {
        table.withLock { $0.take(key, now: now) }
    }
}
