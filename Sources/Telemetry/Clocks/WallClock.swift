import Glibc

/// Calendar time for records that leave the process. It can jump; measure durations with ``MonotonicClock``.
public enum WallClock {
    /// Milliseconds since 1970-01-01 00:00 UTC (`CLOCK_REALTIME`), signed as databases store it.
    public static func unixMilliseconds() -> Int64 {
        Int64(clamping: SystemTime.nanoseconds(CLOCK_REALTIME) / 1_000_000)
    }
}
