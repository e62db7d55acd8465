import Glibc

/// The clock of all deadlines and measurements.
enum MonotonicClock {
    /// Nanoseconds since some moment before the process began; never goes back.
    @inline(__always)
    static func now() -> UInt64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return UInt64(time.tv_sec) &* 1_000_000_000 &+ UInt64(time.tv_nsec)
    }
}
