import Glibc

/// The families that every Prometheus client exposes about its own process.
///
/// Source: Prometheus, "Writing client libraries", section "Process metrics". Values are read at scrape time; one that
/// cannot be read is left out of the page.
public enum ProcessMetrics {
    /// Registers all process families. Once per registry: a second call is a programming error.
    public static func register(in registry: MetricsRegistry) {
        registerTimes(in: registry)
        registerMemory(in: registry)
        registerFileDescriptors(in: registry)
    }

    private static func registerTimes(in registry: MetricsRegistry) {
        let ticksPerSecond = Double(sysconf(CInt(_SC_CLK_TCK)))
        registry.collectedCounter(
            "process_cpu_seconds_total",
            help: "Total user and system CPU time spent in seconds.",
            unit: .seconds
        ) {
            ProcessStatistics.current().map { Double($0.cpuTicks) / ticksPerSecond }
        }
        let startTime = startTime(ticksPerSecond: ticksPerSecond)
        registry.collectedGauge(
            "process_start_time_seconds",
            help: "Start time of the process since unix epoch in seconds.",
            unit: .seconds
        ) {
            startTime
        }
    }

    private static func registerMemory(in registry: MetricsRegistry) {
        let pageBytes = Double(sysconf(CInt(_SC_PAGESIZE)))
        registry.collectedGauge(
            "process_resident_memory_bytes",
            help: "Resident memory size in bytes.",
            unit: .bytes
        ) {
            ProcessStatistics.current().map { Double($0.residentPages) * pageBytes }
        }
        registry.collectedGauge(
            "process_virtual_memory_bytes",
            help: "Virtual memory size in bytes.",
            unit: .bytes
        ) {
            ProcessStatistics.current().map { Double($0.virtualBytes) }
        }
    }

    private static func registerFileDescriptors(in registry: MetricsRegistry) {
        registry.collectedGauge("process_open_fds", help: "Number of open file descriptors.") {
            FileDescriptors.openCount().map(Double.init)
        }
        registry.collectedGauge("process_max_fds", help: "Maximum number of open file descriptors.") {
            FileDescriptors.limit()
        }
    }

    /// The start as calendar time, worked out once: the difference of two clocks jitters, and a start time that moves
    /// between scrapes would look like a restart.
    private static func startTime(ticksPerSecond: Double) -> Double? {
        guard let statistics = ProcessStatistics.current() else { return nil }
        let sinceBoot = Double(SystemTime.nanoseconds(CLOCK_BOOTTIME)) / 1e9
        let now = Double(SystemTime.nanoseconds(CLOCK_REALTIME)) / 1e9
        let start = now - sinceBoot + Double(statistics.startTicks) / ticksPerSecond
        // A clock tick is a hundredth of a second; more digits would be noise.
        return (start * 100).rounded() / 100
    }
}
