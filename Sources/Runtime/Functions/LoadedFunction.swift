import Storage
import Telemetry
import WasmEngine

/// A deployed function ready to run: its record, its mapped module, its tenant's instruments.
struct LoadedFunction: Sendable {
    let record: FunctionRecord
    let template: InstanceTemplate
    let metrics: TenantMetrics
    /// Whether its calls may launch kernels; one that cannot pays nothing for them.
    let usesKernels: Bool
}
