/// Decides whose work may begin at once on a thread that others need too, by what that has cost lately.
///
/// Nobody knows beforehand how long work takes. What ends quickly is best done where it arrives; what does not holds
/// the thread up until it is interrupted. Each key may cause hold-ups at a limited rate; one that has caused more
/// begins elsewhere until the limit allows another. Keys whose work ends quickly lose nothing.
///
/// A plain value in bounded memory, without clocks or locks.
///
/// ```swift
/// guard policy.mayBegin(key, now: now) else { return elsewhere(work) }
/// if work.run() == .interrupted { policy.heldUp(by: key, now: now) }
/// ```
public struct PrecedencePolicy<Key: Hashable & Sendable>: Sendable {
    private var holdUps: BucketTable<Key>
    /// Until when a key has to begin elsewhere.
    private var barred = IndexedHeap<Key, UInt64>()

    /// Makes a policy without any memory of the past.
    ///
    /// - Parameters:
    ///   - ratePerSecond: hold-ups that a key may cause in the long run, in ``RateLimits/ratesPerSecond``. It may cause
    ///     twice as many: that it holds up again shows only when it does.
    ///   - burst: hold-ups that it may cause at once, in ``RateLimits/bursts``.
    ///   - capacity: keys that are remembered, at least 1.
    public init(ratePerSecond: Double, burst: Int, capacity: Int = 4_096) {
        guard let limit = RateLimit(ratePerSecond: ratePerSecond, burst: burst) else {
            preconditionFailure("a rate or a burst is out of its range")
        }
        holdUps = BucketTable(limit, capacity: capacity)
    }

    /// Whether every key may begin at once, as far as is known.
    public var allowsAll: Bool { barred.isEmpty }

    /// Whether work of a key may begin at once. Takes O(1).
    ///
    /// - Parameter now: nanoseconds on a clock that does not go back.
    public func mayBegin(_ key: Key, now: UInt64) -> Bool {
        barred.priority(of: key).map { $0 <= now } ?? true
    }

    /// Work of a key had to be interrupted. Takes O(log n).
    ///
    /// - Parameter now: nanoseconds on a clock that does not go back.
    public mutating func heldUp(by key: Key, now: UInt64) {
        while let first = barred.min, first.priority <= now { barred.popMin() }
        guard case .limited(let wait) = holdUps.take(key, now: now) else { return }
        let (end, isNever) = now.addingReportingOverflow(wait)
        barred.set(key, isNever ? .max : end)
        // Whoever comes back first loses least by being forgotten.
        if barred.count > holdUps.capacity { barred.popMin() }
    }
}
