import Glibc

/// How long the calling thread has had a processor.
public enum ThreadClock {
    /// In nanoseconds since the thread's start. Time in which others had the processor does not count.
    public static func now() -> UInt64 {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return UInt64(time.tv_sec) &* 1_000_000_000 &+ UInt64(time.tv_nsec)
    }
}
