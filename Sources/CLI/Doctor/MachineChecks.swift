import WasmEngine

/// Judges the machine by what a server with the given settings needs.
struct MachineChecks: Sendable {
    let facts: MachineFacts
    let engine: EngineConfiguration
    /// Connections the server may hold open.
    let connections: Int

    /// Files a server has open beside its connections: database, modules, log, event loops.
    private static let otherFiles = 512
    /// Below this a few busy guests push the machine into swapping, in bytes.
    private static let comfortableMemory: UInt64 = 512 << 20

    var results: [CheckResult] { [addressSpace, openFiles, cores, memory, guestMemory, overcommit] }

    /// Whether an engine of this configuration can be tried without ending the process.
    var hasAddressSpace: Bool { (facts.addressSpaceLimit ?? .max) >= EngineAddressSpace.needed(by: engine) }

    var addressSpace: CheckResult {
        let name = "address space"
        guard let limit = facts.addressSpaceLimit else { return .ok(name, "not limited") }
        let needed = EngineAddressSpace.needed(by: engine)
        if limit >= needed { return .ok(name, "limited to \(limit >> 30) GiB, enough") }
        return .fail(
            name,
            "limited to \(limit >> 30) GiB, \(engine.maximumInstances) instances reserve up to \(needed >> 30) GiB",
            advice: "run `ulimit -v unlimited`, or lower TENSOR_WASM_LIMIT_INSTANCES")
    }

    var openFiles: CheckResult {
        let name = "open files"
        guard let limit = facts.openFilesLimit else { return .ok(name, "not limited") }
        let needed = UInt64(connections + Self.otherFiles)
        if limit >= needed { return .ok(name, "limited to \(limit)") }
        return .warn(
            name, "limited to \(limit), \(connections) connections need \(needed)",
            advice: "run `ulimit -n \(needed)`, or lower TENSOR_WASM_LIMIT_CONNECTIONS")
    }

    var cores: CheckResult {
        facts.cores > 1
            ? .ok("cores", "\(facts.cores)")
            : .warn("cores", "1", advice: "compiling a module slows calls down; give the server two cores or more")
    }

    var memory: CheckResult {
        guard let available = facts.availableMemory else {
            return .warn("memory", "unknown", advice: "make /proc readable")
        }
        let found = "\(available >> 20) MiB available"
        return available >= Self.comfortableMemory
            ? .ok("memory", found)
            : .warn("memory", found, advice: "free some, or lower TENSOR_WASM_LIMIT_INSTANCES")
    }

    /// What the guests may have together. More than the machine has is usual, because few guests use what they may.
    var guestMemory: CheckResult {
        let name = "guest memory"
        let (most, overflow) = UInt64(engine.maximumInstances)
            .multipliedReportingOverflow(by: UInt64(engine.maximumMemoryBytes))
        let promised = "\(engine.maximumInstances) instances of up to \(engine.maximumMemoryBytes >> 20) MiB"
        guard let memory = facts.memory else { return .ok(name, promised) }
        let found = "\(promised), \(memory >> 20) MiB in this machine"
        guard overflow || most > memory else { return .ok(name, found) }
        return .warn(
            name, found,
            advice: "lower TENSOR_WASM_LIMIT_INSTANCES, TENSOR_WASM_LIMIT_MEMORY_BYTES or "
                + "TENSOR_WASM_LIMIT_CPU_MEMORY_BYTES_PER_TENANT if guests are not trusted to use less")
    }

    var overcommit: CheckResult {
        guard facts.overcommit == 2 else { return .ok("overcommit", "address space may be reserved freely") }
        return .warn(
            "overcommit", "vm.overcommit_memory is 2: reserved address space counts as used memory",
            advice: "run `sysctl vm.overcommit_memory=0`")
    }
}
