/// The state of one histogram series at the moment it was read.
public struct HistogramReading: Sendable, Equatable {
    /// The sum of all observations, in the unit of the bounds.
    public enum Sum: Sendable, Equatable {
        /// Durations: exact nanoseconds, shown as seconds.
        case nanoseconds(UInt64)
        /// Anything else.
        case real(Double)
    }

    /// The finite upper bounds, ascending and inclusive.
    public let bounds: [Double]
    /// Observations per bucket, not cumulative; one more than `bounds`, the last for everything above.
    public let counts: [UInt64]
    /// The sum of all observations.
    public let sum: Sum

    /// All observations.
    ///
    /// Derived from the buckets rather than counted apart, so that `_count` and the `+Inf` bucket of one page
    /// are equal even while observations arrive during the scrape.
    public var count: UInt64 {
        counts.reduce(0, &+)
    }
}
