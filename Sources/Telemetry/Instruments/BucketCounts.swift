import Synchronization

/// The buckets of one histogram: a fixed row of atomics inside its owner, so that an observation touches no other
/// heap object.
struct BucketCounts: ~Copyable, Sendable {
    // One more than the limit on bounds, for the bucket above the last bound. An integer generic argument cannot name
    // a constant, hence the literal and the check.
    private let slots: InlineArray<24, Atomic<UInt64>>

    init() {
        precondition(TelemetryLimits.histogramBounds + 1 == 24, "the row of buckets must fit the limit on bounds")
        slots = InlineArray { _ in Atomic<UInt64>(0) }
    }

    func increment(at index: Int) {
        slots[index].wrappingAdd(1, ordering: .relaxed)
    }

    func load(first count: Int) -> [UInt64] {
        (0..<count).map { slots[$0].load(ordering: .relaxed) }
    }
}
