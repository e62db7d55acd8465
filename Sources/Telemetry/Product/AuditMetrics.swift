/// The family of the audit log.
public struct AuditMetrics: Sendable {
    /// `tensor_wasm_audit_records_total{outcome="written"}`
    public let written: Counter
    /// `tensor_wasm_audit_records_total{outcome="dropped"}`
    public let dropped: Counter

    init(registry: MetricsRegistry) {
        let records = registry.counterFamily(
            "tensor_wasm_audit_records_total",
            help: "Audit records, by whether they were written or dropped.",
            labels: [LabelDomain("outcome", values: ["written", "dropped"])],
            exposing: [[0], [1]]
        )
        written = records[0]
        dropped = records[1]
    }
}
