/// Whether something may happen now.
public enum RateDecision: Sendable, Equatable {
    /// It may, and a permit was taken for it.
    case allowed
    /// It may not; asking after this many nanoseconds finds a permit, if nobody else takes it.
    case limited(retryAfterNanoseconds: UInt64)

    /// Whether it may happen.
    public var isAllowed: Bool { self == .allowed }

    /// What `Retry-After` says: whole seconds, at least 1. Nil when it may happen now.
    public var retryAfterSeconds: Int? {
        guard case .limited(let nanoseconds) = self else { return nil }
        let (seconds, rest) = nanoseconds.quotientAndRemainder(dividingBy: 1_000_000_000)
        return max(1, Int(seconds) + (rest > 0 ? 1 : 0))
    }
}
