/// A bucket for each key, in bounded memory: keys come from clients, who can make up as many as they like.
///
/// A full bucket may be dropped at any time, because a new one in its place decides the same. When there is no room
/// a newcomer looks at a few buckets, and takes the place of one that is full. If none is, it shares one bucket with
/// all newcomers in the same position until a place is free. A key is thus never allowed more than its own bucket
/// and the shared one allow together, and `take` looks at a fixed number of buckets.
public struct BucketTable<Key: Hashable & Sendable>: Sendable {
    private struct Place: Sendable {
        var key: Key
        var bucket: TokenBucket
    }

    /// The limit of every bucket.
    public let limit: RateLimit

    /// The most buckets, the shared one not counted.
    public let capacity: Int

    private var places: [Place] = []
    private var indices: [Key: Int] = [:]
    private var shared: TokenBucket
    private var hand = 0

    /// Makes an empty table.
    ///
    /// - Parameters:
    ///   - limit: The limit of every bucket.
    ///   - capacity: The most buckets, at least 1.
    public init(_ limit: RateLimit, capacity: Int = RateLimits.buckets) {
        precondition(capacity > 0, "a table of buckets has room for one at least")
        self.limit = limit
        self.capacity = capacity
        shared = TokenBucket(limit)
    }

    /// The number of buckets now, the shared one not counted.
    public var count: Int { places.count }

    /// Takes a permit out of the bucket of `key` if there is one. Takes O(1).
    ///
    /// - Parameter now: Nanoseconds on a clock that does not go back.
    public mutating func take(_ key: Key, now: UInt64) -> RateDecision {
        guard let index = indices[key] ?? makePlace(for: key, now: now) else { return shared.take(now: now) }
        return places[index].bucket.take(now: now)
    }

    private mutating func makePlace(for key: Key, now: UInt64) -> Int? {
        let place = Place(key: key, bucket: TokenBucket(limit))
        if places.count < capacity {
            indices[key] = places.count
            places.append(place)
            return places.count - 1
        }
        for _ in 0..<min(RateLimits.probes, places.count) {
            let index = hand
            hand = hand + 1 == places.count ? 0 : hand + 1
            guard places[index].bucket.isFull(now: now) else { continue }
            indices[places[index].key] = nil
            indices[key] = index
            places[index] = place
            return index
        }
        return nil
    }
}
