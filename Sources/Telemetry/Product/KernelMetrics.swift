/// The families of kernels: launches, device memory, permits, the kernel cache.
public final class KernelMetrics: Sendable {
    /// Bounds of a launch's times, in seconds: from the overhead of one launch to the longest kernels.
    static let bounds: HistogramBounds = [
        0.00001, 0.00005, 0.0001, 0.0005, 0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 2, 5, 10,
    ]

    /// `tensor_wasm_backpressure_permits_used`
    public let permitsUsed: Gauge
    /// `tensor_wasm_backpressure_permits_available`
    public let permitsAvailable: Gauge
    /// `tensor_wasm_jit_cache_warm_hit_total`
    public let cacheHits: Counter
    /// `tensor_wasm_jit_cache_cold_miss_then_insert_total`
    public let cacheInserts: Counter
    /// `tensor_wasm_jit_emit_text_seconds`
    public let preparation: Histogram

    private let dispatches: Counter
    private let dispatchesPerTenant: OpenFamily<UInt64, Counter>
    private let latencies: SeriesGrid<Histogram>
    private let executions: SeriesGrid<Histogram>
    private let memory: Gauge
    private let memoryPerTenant: OpenFamily<UInt64, Gauge>

    init(registry: MetricsRegistry, maximumTenants: Int) {
        dispatches = registry.counter(
            "tensor_wasm_kernel_dispatches_total", help: "Kernel launches that reached a device.")
        dispatchesPerTenant = registry.openCounterFamily(
            "tensor_wasm_kernel_dispatches_per_tenant_total",
            help: "Kernel launches that reached a device, by tenant.",
            openLabel: "tenant_id",
            maximumValues: maximumTenants
        )
        latencies = registry.histogramFamily(
            "tensor_wasm_kernel_latency_seconds",
            help:
                "What the runtime adds to a launch: permit wait, hand-over and completion, without the kernel itself.",
            bounds: Self.bounds,
            labels: [DispatchKindLabel.domain, DeviceLabel.domain],
            exposing: DispatchKindLabel.allCases.flatMap { kind in
                DeviceLabel.allCases.map { [kind.rawValue, $0.rawValue] }
            }
        )
        executions = registry.histogramFamily(
            "tensor_wasm_kernel_execution_seconds",
            help: "The time a kernel ran on its device.",
            bounds: Self.bounds,
            labels: [DeviceLabel.domain],
            exposing: DeviceLabel.allCases.map { [$0.rawValue] }
        )
        memory = registry.gauge(
            "tensor_wasm_gpu_memory_used_bytes", help: "Device memory that is reserved.", unit: .bytes)
        memoryPerTenant = registry.openGaugeFamily(
            "tensor_wasm_gpu_memory_bytes_per_tenant",
            help: "Device memory that is reserved, by tenant.",
            openLabel: "tenant_id",
            maximumValues: maximumTenants
        )
        permitsUsed = registry.gauge(
            "tensor_wasm_backpressure_permits_used", help: "Launches that are at a device.")
        permitsAvailable = registry.gauge(
            "tensor_wasm_backpressure_permits_available", help: "Launches that could go to a device at once.")
        cacheHits = registry.counter(
            "tensor_wasm_jit_cache_warm_hit_total", help: "Kernels loaded from the cache.")
        cacheInserts = registry.counter(
            "tensor_wasm_jit_cache_cold_miss_then_insert_total",
            help: "Kernels that were not in the cache and were put there.")
        preparation = registry.histogram(
            "tensor_wasm_jit_emit_text_seconds",
            help: "Time to make a kernel that a device can run from PTX text.",
            bounds: Self.bounds
        )
    }

    /// Counts a launch that reached a device and has ended.
    ///
    /// - Parameters:
    ///   - tenant: Who launched it.
    ///   - kind: Whether it had the device to itself.
    ///   - device: What ran it.
    ///   - overheadNanoseconds: What the runtime added.
    ///   - executionNanoseconds: The kernel's own time.
    public func launchEnded(
        tenant: UInt64,
        kind: DispatchKindLabel,
        device: DeviceLabel,
        overheadNanoseconds: UInt64,
        executionNanoseconds: UInt64
    ) {
        dispatches.increment()
        dispatchesPerTenant.series(for: tenant).increment()
        latencies[kind.rawValue, device.rawValue].observe(nanoseconds: overheadNanoseconds)
        executions[device.rawValue].observe(nanoseconds: executionNanoseconds)
    }

    /// Device memory of a tenant grew, or shrank when `bytes` is negative.
    public func memoryChanged(tenant: UInt64, by bytes: Int64) {
        memory.add(bytes)
        memoryPerTenant.series(for: tenant).add(bytes)
    }

    /// Shows a tenant's series with their zeros.
    func expose(tenant: UInt64) {
        _ = dispatchesPerTenant.series(for: tenant)
        _ = memoryPerTenant.series(for: tenant)
    }
}
