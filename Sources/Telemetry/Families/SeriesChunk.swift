import Synchronization

/// A few neighbouring places for series, each filled at most once and without a lock.
///
/// Places are grouped because a sparse grid of thousands of them would otherwise be thousands of heap objects.
final class SeriesChunk<Series: Instrument>: Sendable {
    private let slots: InlineArray<16, AtomicLazyReference<Series>>

    static var capacity: Int { 16 }

    init() {
        slots = InlineArray { _ in AtomicLazyReference() }
    }

    func load(_ index: Int) -> Series? {
        slots[index].load()
    }

    /// Creates the series unless another thread was faster; every caller gets the same one.
    func series(_ index: Int, layout: Series.Layout) -> Series {
        slots[index].load() ?? slots[index].storeIfNil(Series(layout: layout))
    }
}
