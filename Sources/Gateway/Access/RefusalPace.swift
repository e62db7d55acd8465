import Settings
import Synchronization
import Tenancy

/// Slows down the answers to a connection whose requests are refused again and again for want of a share.
///
/// A client that asks on regardless of `Retry-After` costs everybody the time to read and refuse its requests. Once
/// there have been many, its refusals are answered in a rhythm of two a second. Nothing but those answers waits, and a
/// client that waits as it is told never notices.
final class RefusalPace: Sendable {
    /// Refusals that are answered at once, and how many a second in the long run.
    private static let limit = RateLimit(
        ratePerSecond: Double(FixedLimits.refusalsPerSecond.value), burst: FixedLimits.refusalsAtOnce.value)
    /// The longest that an answer is held back, whatever comes over the connection at the same time, in nanoseconds.
    static let longestHold: UInt64 = 1_000_000_000

    private let bucket = Mutex(RefusalPace.limit.map(TokenBucket.init))

    /// How long to hold back an answer with this status, in nanoseconds.
    func hold(status: Int, now: UInt64) -> UInt64 {
        guard status == 429 else { return 0 }
        return bucket.withLock { bucket in
            guard case .limited(let nanoseconds)? = bucket?.take(now: now) else { return 0 }
            return min(nanoseconds, Self.longestHold)
        }
    }

    /// An answer that was held back goes out.
    func release(now: UInt64) { bucket.withLock { _ = $0?.take(now: now) } }
}
