import CoreMetrics
import Synchronization

/// A distribution of plain numbers, such as sizes, that a library records through swift-metrics.
final class LibraryHistogram: Instrument, RecorderHandler {
    static var type: MetricType { .histogram }

    /// Two buckets a decade: libraries do not say what they measure, from single items to hundreds of megabytes.
    static let bounds: [Double] = [1, 5, 10, 50, 100, 500, 1e3, 5e3, 1e4, 5e4, 1e5, 5e5, 1e6, 1e7, 1e8]

    private let buckets = BucketCounts()
    private let sum = Atomic<Double>(0)

    init(layout: Void) {}

    func record(_ value: Int64) {
        record(Double(value))
    }

    /// What is not a finite number belongs in no bucket and would spoil the sum for good.
    func record(_ value: Double) {
        guard value.isFinite else { return }
        buckets.increment(at: Self.bounds.firstIndex { value <= $0 } ?? Self.bounds.count)
        sum.addRelaxed(value)
    }

    var reading: InstrumentReading {
        .histogram(
            HistogramReading(
                bounds: Self.bounds,
                counts: buckets.load(first: Self.bounds.count + 1),
                sum: .real(sum.load(ordering: .relaxed))
            )
        )
    }
}
