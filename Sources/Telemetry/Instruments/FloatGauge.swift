import Synchronization

/// A level that is not a whole number: a ratio, a burn rate, seconds.
///
/// Lock-free. `set` is one store; `add` is a compare-and-exchange loop, so prefer `Gauge` on hot paths.
public final class FloatGauge: Instrument {
    /// A gauge needs no configuration.
    public typealias Layout = Void

    /// Gauges are exposed as `gauge`.
    public static var type: MetricType { .gauge }

    private let level = Atomic<Double>(0)

    /// Creates a gauge at zero.
    public init(layout: Void = ()) {}

    /// Replaces the level.
    public func set(_ newValue: Double) {
        level.store(newValue, ordering: .relaxed)
    }

    /// Raises the level, or lowers it when `amount` is negative.
    public func add(_ amount: Double) {
        level.addRelaxed(amount)
    }

    /// The level now.
    public var value: Double {
        level.load(ordering: .relaxed)
    }

    /// `value`, for the exposition.
    public var reading: InstrumentReading { .real(value) }
}
