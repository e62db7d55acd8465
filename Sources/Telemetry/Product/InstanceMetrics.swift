/// Instances across all tenants.
public struct InstanceMetrics: Sendable {
    /// `tensor_wasm_active_instances`
    public let active: Gauge
    /// `tensor_wasm_instance_spawns_total`
    public let spawns: Counter
    /// `tensor_wasm_instance_terminations_total`
    public let terminations: Counter

    init(registry: MetricsRegistry) {
        active = registry.gauge("tensor_wasm_active_instances", help: "Instances that are alive.")
        spawns = registry.counter("tensor_wasm_instance_spawns_total", help: "Instances spawned.")
        terminations = registry.counter("tensor_wasm_instance_terminations_total", help: "Instances dropped.")
    }
}
