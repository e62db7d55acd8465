import CoreMetrics

/// A distribution of durations that a library records through swift-metrics.
final class LibraryTimer: Instrument, TimerHandler {
    static var type: MetricType { .histogram }

    /// From a tenth of a millisecond to a minute: libraries time anything between a callback and a long poll.
    static let bounds: HistogramBounds = [
        0.0001, 0.0005, 0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 10, 30, 60,
    ]

    private let histogram = Histogram(layout: bounds)

    init(layout: Void) {}

    /// A duration below zero comes from a clock that was set back and is recorded as zero.
    func recordNanoseconds(_ duration: Int64) {
        histogram.observe(nanoseconds: UInt64(max(0, duration)))
    }

    var reading: InstrumentReading { histogram.reading }
}
