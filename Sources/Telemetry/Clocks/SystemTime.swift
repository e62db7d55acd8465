import Glibc

/// The system's clocks.
enum SystemTime {
    /// - Parameter clock: A clock that every Linux kernel has; `clock_gettime` cannot fail for it.
    static func nanoseconds(_ clock: clockid_t) -> UInt64 {
        var time = timespec()
        clock_gettime(clock, &time)
        return UInt64(clamping: time.tv_sec) &* 1_000_000_000 &+ UInt64(clamping: time.tv_nsec)
    }
}
