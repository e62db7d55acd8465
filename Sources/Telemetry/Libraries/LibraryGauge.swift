import CoreMetrics

/// A level that a library moves through swift-metrics: a meter, or a recorder that only keeps the last value.
final class LibraryGauge: Instrument, MeterHandler, RecorderHandler {
    static var type: MetricType { .gauge }

    private let gauge = FloatGauge()

    init(layout: Void) {}

    func set(_ value: Int64) {
        gauge.set(Double(value))
    }

    func set(_ value: Double) {
        gauge.set(value)
    }

    func increment(by amount: Double) {
        gauge.add(amount)
    }

    func decrement(by amount: Double) {
        gauge.add(-amount)
    }

    func record(_ value: Int64) {
        set(value)
    }

    func record(_ value: Double) {
        set(value)
    }

    var reading: InstrumentReading { gauge.reading }
}
