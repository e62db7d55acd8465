/// What is counted for one tenant. Get it once from ``TensorWasmMetrics/tenant(_:)`` and keep it; moving it is
/// lock-free.
public struct TenantMetrics: Sendable {
    let instances: InstanceMetrics
    let activeInstances: Gauge
    let cpuMemory: Gauge
    let invocations: SeriesGrid<Counter>
    let invokeDurations: SeriesGrid<Histogram>

    /// Counts a new instance, in total and for the tenant.
    public func instanceSpawned() {
        instances.spawns.increment()
        instances.active.add()
        activeInstances.add()
    }

    /// Counts an instance out. Exactly once for each `instanceSpawned`, on the metrics of the same tenant.
    public func instanceTerminated() {
        instances.terminations.increment()
        instances.active.subtract()
        activeInstances.subtract()
    }

    /// The tenant's reservation of linear memory grew, or shrank when `bytes` is negative.
    public func cpuMemoryChanged(by bytes: Int64) {
        cpuMemory.add(bytes)
    }

    /// Counts an invocation and records how long it took.
    ///
    /// - Parameters:
    ///   - kind: What it used.
    ///   - outcome: How it ended.
    ///   - nanoseconds: From admission to the result. Not recorded for `rejected`: what never ran would make the
    ///     distribution look faster than it is, the more so the busier the node.
    public func invocationEnded(kind: InvocationKind, outcome: InvocationOutcome, nanoseconds: UInt64) {
        invocations[kind.rawValue, outcome.rawValue].increment()
        guard outcome != .rejected else { return }
        invokeDurations[kind.rawValue].observe(nanoseconds: nanoseconds)
    }
}
