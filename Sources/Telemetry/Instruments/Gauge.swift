import Synchronization

/// An integer level that rises and falls: requests in flight, bytes reserved.
///
/// Lock-free: each change is one relaxed atomic operation.
public final class Gauge: Instrument {
    /// A gauge needs no configuration.
    public typealias Layout = Void

    /// Gauges are exposed as `gauge`.
    public static var type: MetricType { .gauge }

    private let level = Atomic<Int64>(0)

    /// Creates a gauge at zero.
    public init(layout: Void = ()) {}

    /// Raises the level.
    public func add(_ amount: Int64 = 1) {
        level.wrappingAdd(amount, ordering: .relaxed)
    }

    /// Lowers the level, below zero if need be: a gauge that is negative shows an unpaired `subtract`.
    public func subtract(_ amount: Int64 = 1) {
        level.wrappingSubtract(amount, ordering: .relaxed)
    }

    /// Replaces the level.
    public func set(_ newValue: Int64) {
        level.store(newValue, ordering: .relaxed)
    }

    /// The level now.
    public var value: Int64 {
        level.load(ordering: .relaxed)
    }

    /// `value`, for the exposition.
    public var reading: InstrumentReading { .signed(value) }
}
