import Glibc

/// The process's table of file descriptors.
enum FileDescriptors {
    /// How many are open, or nil where `/proc` is not mounted.
    static func openCount() -> Int? {
        guard let directory = opendir("/proc/self/fd") else { return nil }
        defer { closedir(directory) }
        var entries = 0
        while entries < TelemetryLimits.countedFileDescriptors, readdir(directory) != nil {
            entries += 1
        }
        // Besides the descriptors there are "." and "..", and the descriptor of the listing itself.
        return max(0, entries - 3)
    }

    /// How many may be open, or nil when the kernel does not say.
    static func limit() -> Double? {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return nil }
        return limit.rlim_cur == rlim_t.max ? .infinity : Double(limit.rlim_cur)
    }
}
