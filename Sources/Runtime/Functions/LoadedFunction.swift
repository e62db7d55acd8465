import Storage
import Telemetry
import WasmEngine

/// A deployed function ready to run: its record, its mapped module, its tenant's instruments.
struct LoadedFunction: Sendable {
    let record: FunctionRecord
    let template: InstanceTemplate
    let metrics: TenantMetrics
    /// The linear memory that each of its calls reserves, in bytes.
    let memoryBytes: Int
    /// Its tenant's share.
    let weight: Int
    /// Whether its calls may launch kernels; one that cannot pays nothing for them.
    let usesKernels: Bool
}
