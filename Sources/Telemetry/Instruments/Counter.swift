import Synchronization

/// A number of events that only grows.
///
/// Lock-free: an increment is one relaxed atomic addition.
public final class Counter: Instrument {
    /// A counter needs no configuration.
    public typealias Layout = Void

    /// Counters are exposed as `counter`.
    public static var type: MetricType { .counter }

    private let total = Atomic<UInt64>(0)

    /// Creates a counter at zero.
    public init(layout: Void = ()) {}

    /// Adds events.
    ///
    /// - Parameter amount: How many, wrapping past 2⁶⁴ − 1, which a scraper treats as a restart.
    public func increment(by amount: UInt64 = 1) {
        total.wrappingAdd(amount, ordering: .relaxed)
    }

    /// The events so far.
    public var value: UInt64 {
        total.load(ordering: .relaxed)
    }

    /// `value`, for the exposition.
    public var reading: InstrumentReading { .unsigned(value) }
}
