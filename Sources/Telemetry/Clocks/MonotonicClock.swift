import Glibc

/// Time for measuring durations: never set back, not related to the calendar.
public enum MonotonicClock {
    /// Nanoseconds since an arbitrary point that is fixed while the machine runs (`CLOCK_MONOTONIC`).
    ///
    /// Answered in user space by the kernel's shared page; a few tens of nanoseconds.
    public static func now() -> UInt64 {
        SystemTime.nanoseconds(CLOCK_MONOTONIC)
    }
}
