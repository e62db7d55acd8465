/// What the kernel says about a process in `/proc/<pid>/stat`.
///
/// Source: proc_pid_stat(5).
struct ProcessStatistics: Equatable {
    /// Time spent in user and kernel mode, in clock ticks.
    let cpuTicks: UInt64
    /// When the process started, in clock ticks since the machine did.
    let startTicks: UInt64
    /// Size of the address space in bytes.
    let virtualBytes: UInt64
    /// Pages in memory.
    let residentPages: UInt64

    /// The line's second field is the name of the program in parentheses and may itself hold blanks and parentheses,
    /// so counting begins after the last closing one.
    init?(parsing line: [UInt8]) {
        guard let nameEnd = line.lastIndex(of: UInt8(ascii: ")")) else { return nil }
        let fields = line[(nameEnd + 1)...].split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }
        // The first of these is the line's third field.
        let field = { (number: Int) -> UInt64? in
            let index = number - 3
            return fields.indices.contains(index) ? Self.number(fields[index]) : nil
        }
        guard let userTicks = field(14), let systemTicks = field(15), let startTicks = field(22),
            let virtualBytes = field(23), let residentPages = field(24)
        else { return nil }
        let (cpuTicks, overflows) = userTicks.addingReportingOverflow(systemTicks)
        guard !overflows else { return nil }
        self.cpuTicks = cpuTicks
        self.startTicks = startTicks
        self.virtualBytes = virtualBytes
        self.residentPages = residentPages
    }

    /// This process now, or nil where `/proc` is not mounted.
    static func current() -> ProcessStatistics? {
        ProcFile.read("/proc/self/stat").flatMap(ProcessStatistics.init(parsing:))
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> UInt64? {
        UInt64(String(decoding: digits, as: UTF8.self))
    }
}
