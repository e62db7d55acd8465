import Glibc
import WasmEngine

/// What the system says about this machine and process; judged by ``MachineChecks``.
struct MachineFacts: Sendable {
    /// The limit of the address space in bytes, `nil` when there is none.
    var addressSpaceLimit: UInt64?
    /// The limit of open files, `nil` when there is none.
    var openFilesLimit: UInt64?
    var cores: Int
    /// Bytes that could be used without swapping, `nil` when unknown.
    var availableMemory: UInt64?
    /// Bytes of the machine, or what this process may take of them; `nil` when unknown.
    var memory: UInt64?
    /// `vm.overcommit_memory`, `nil` when unknown.
    var overcommit: Int?

    static func read() -> MachineFacts {
        MachineFacts(
            addressSpaceLimit: EngineAddressSpace.limit, openFilesLimit: openFiles(),
            cores: max(sysconf(CInt(_SC_NPROCESSORS_ONLN)), 1), availableMemory: availableMemory(), memory: memory(),
            overcommit: text("/proc/sys/vm/overcommit_memory").flatMap { Int($0) })
    }

    private static func openFiles() -> UInt64? {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return nil }
        // RLIM_INFINITY, which the importer leaves out, is the greatest value.
        return limit.rlim_cur == rlim_t.max ? nil : UInt64(limit.rlim_cur)
    }

    /// The less of what the system has and what the process's control group may still take (cgroup v2).
    private static func availableMemory() -> UInt64? {
        let system = systemMemory("MemAvailable:")
        let group = text("/sys/fs/cgroup/memory.max").flatMap { UInt64($0) }
        let used = text("/sys/fs/cgroup/memory.current").flatMap { UInt64($0) } ?? 0
        return [system, group.map { $0 - min(used, $0) }].compactMap(\.self).min()
    }

    private static func memory() -> UInt64? {
        let group = text("/sys/fs/cgroup/memory.max").flatMap { UInt64($0) }
        return [systemMemory("MemTotal:"), group].compactMap(\.self).min()
    }

    private static func systemMemory(_ name: String) -> UInt64? {
        text("/proc/meminfo")?.split(separator: "\n")
            .first { $0.hasPrefix(name) }?.split(separator: " ").dropFirst().first
            .flatMap { UInt64($0) }.map { $0 * 1024 }
    }

    /// A small file of the kernel's without surrounding space.
    private static func text(_ path: String) -> String? {
        guard let bytes = try? FileInput.read(path, limit: 64 << 10) else { return nil }
        let text = String(decoding: bytes, as: UTF8.self)
        return text.hasSuffix("\n") ? String(text.dropLast()) : text
    }
}
