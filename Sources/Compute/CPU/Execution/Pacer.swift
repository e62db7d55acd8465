import Synchronization

/// Tells a running kernel when to give up its thread. Asked at every backward branch.
struct Pacer {
    /// Backward branches between two looks at the clock.
    private static let interval = 16

    /// When the time slice ends, on the monotonic clock, in nanoseconds.
    let end: UInt64
    /// Set from outside to end a launch.
    let isStopped: UnsafePointer<Atomic<Bool>>
    private var countdown = interval

    init(end: UInt64, isStopped: UnsafePointer<Atomic<Bool>>) {
        self.end = end
        self.isStopped = isStopped
    }

    /// Whether the kernel must pause here.
    @inline(__always)
    mutating func mustPause() -> Bool {
        countdown &-= 1
        guard countdown <= 0 else { return false }
        countdown = Self.interval
        return isStopped.pointee.load(ordering: .relaxed) || MonotonicClock.now() >= end
    }
}
