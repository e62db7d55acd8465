import Synchronization

/// A distribution of durations over fixed buckets.
///
/// Lock-free: an observation is a short search over integers and two relaxed atomic additions. The sum is kept in
/// whole nanoseconds, so it is exact: adding a microsecond to a sum of months loses nothing, as it would in a `Double`.
public final class Histogram: Instrument {
    /// The bounds that every series of a family shares.
    public typealias Layout = HistogramBounds

    /// Histograms are exposed as `histogram`.
    public static var type: MetricType { .histogram }

    private let bounds: HistogramBounds
    private let buckets = BucketCounts()
    private let sum = Atomic<UInt64>(0)

    /// Creates a histogram without observations.
    public init(layout: HistogramBounds) {
        bounds = layout
    }

    /// Records one duration.
    ///
    /// - Parameter nanoseconds: The duration. The sum wraps after 584 years of accumulated time.
    /// - Complexity: Linear in the number of bounds below the observation; a linear search over at most 23 adjacent
    ///   integers beats a binary one for the short durations that dominate.
    public func observe(nanoseconds: UInt64) {
        let upperBounds = bounds.nanoseconds
        var index = 0
        while index < upperBounds.count, nanoseconds > upperBounds[index] {
            index += 1
        }
        buckets.increment(at: index)
        sum.wrappingAdd(nanoseconds, ordering: .relaxed)
    }

    /// Buckets and sum now. An observation that arrives meanwhile may be in one and not yet in the other.
    public var snapshot: HistogramReading {
        HistogramReading(
            bounds: bounds.seconds,
            counts: buckets.load(first: bounds.seconds.count + 1),
            sum: .nanoseconds(sum.load(ordering: .relaxed))
        )
    }

    /// `snapshot`, for the exposition.
    public var reading: InstrumentReading { .histogram(snapshot) }
}
