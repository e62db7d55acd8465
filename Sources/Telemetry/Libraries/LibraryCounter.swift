import CoreMetrics
import Synchronization

/// A counter that a library moves through swift-metrics, by whole or by real amounts.
///
/// Whole amounts are kept apart so that they stay exact and cost one atomic addition.
final class LibraryCounter: Instrument, CounterHandler, FloatingPointCounterHandler {
    static var type: MetricType { .counter }

    private let whole = Atomic<UInt64>(0)
    private let real = Atomic<Double>(0)

    init(layout: Void) {}

    /// Counters do not fall, so an amount below one is not added.
    func increment(by amount: Int64) {
        guard amount > 0 else { return }
        whole.wrappingAdd(UInt64(amount), ordering: .relaxed)
    }

    /// Counters do not fall and stay numbers, so only finite amounts above zero are added.
    func increment(by amount: Double) {
        guard amount > 0, amount.isFinite else { return }
        real.addRelaxed(amount)
    }

    func reset() {
        whole.store(0, ordering: .relaxed)
        real.store(0, ordering: .relaxed)
    }

    var reading: InstrumentReading {
        let real = real.load(ordering: .relaxed)
        let whole = whole.load(ordering: .relaxed)
        return real == 0 ? .unsigned(whole) : .real(Double(whole) + real)
    }
}
