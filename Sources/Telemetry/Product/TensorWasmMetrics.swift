/// The families of this server, registered together and moved through typed accessors.
///
/// ```swift
/// let registry = MetricsRegistry()
/// let metrics = TensorWasmMetrics(registry: registry, routes: ["/healthz"], buildInfo: buildInfo)
/// metrics.http.requestBegan(route: 0, method: .get)
/// metrics.http.requestEnded(route: 0, method: .get, status: 200, nanoseconds: 42_000)
/// ```
public final class TensorWasmMetrics: Sendable {
    /// Bounds of compile times, in seconds: from a cached stub to the largest module that may be uploaded.
    static let compileBounds: HistogramBounds = [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 10, 30, 60]

    /// `tensor_wasm_http_…`
    public let http: HTTPMetrics
    /// Instances across all tenants; move them through ``tenant(_:)``.
    public let instances: InstanceMetrics
    /// `tensor_wasm_admission_queue_depth`
    public let admissionQueueDepth: Gauge
    /// `tensor_wasm_module_compile_seconds`
    public let moduleCompile: Histogram
    /// `tensor_wasm_functions`
    public let functions: Gauge
    /// Kernels, device memory and the kernel cache.
    public let kernels: KernelMetrics
    /// `tensor_wasm_streaming_chunks_emitted_total`
    public let streamingChunks: Counter
    /// Jobs.
    public let jobs: JobMetrics
    /// Requests without valid credentials or over a rate limit.
    public let access: AccessMetrics
    /// Audit records; an ``AuditLog`` moves them.
    public let audit: AuditMetrics

    private let invocations: OpenFamily<UInt64, Counter>
    private let invokeDurations: SeriesGrid<Histogram>
    private let activeInstancesPerTenant: OpenFamily<UInt64, Gauge>
    private let cpuMemoryPerTenant: OpenFamily<UInt64, Gauge>
    private let moduleCacheHits: SeriesGrid<Counter>

    /// Registers the families, in the order of the reference. Once per registry: a second time is a programming error.
    ///
    /// - Parameters:
    ///   - registry: Where they are exposed.
    ///   - routes: The route templates, distinct and without `unknown`, which is added as the last.
    ///   - buildInfo: What this binary was built from.
    ///   - exposing: HTTP series that are exposed with zero from the start.
    ///   - maximumTenants: Tenants with series of their own; the rest shares `other`.
    public init(
        registry: MetricsRegistry,
        routes: [String],
        buildInfo: BuildInfo,
        exposing: [HTTPExposedSeries] = [],
        maximumTenants: Int = TelemetryLimits.openLabelValues
    ) {
        registry.info(
            "tensor_wasm_build_info",
            help: "Always 1; the labels say what the binary was built from.",
            labels: buildInfo.labels
        )
        http = HTTPMetrics(registry: registry, routes: routes, exposing: exposing)
        instances = InstanceMetrics(registry: registry)
        activeInstancesPerTenant = registry.openGaugeFamily(
            "tensor_wasm_active_instances_per_tenant",
            help: "Instances that are alive, by tenant.",
            openLabel: "tenant_id",
            maximumValues: maximumTenants
        )
        cpuMemoryPerTenant = registry.openGaugeFamily(
            "tensor_wasm_cpu_memory_bytes_per_tenant",
            help: "Linear memory that is reserved, by tenant.",
            openLabel: "tenant_id",
            maximumValues: maximumTenants
        )
        invocations = registry.openCounterFamily(
            "tensor_wasm_invocations_total",
            help: "Invocations ended, by tenant, kind and outcome.",
            openLabel: "tenant_id",
            labels: [InvocationKind.domain, InvocationOutcome.domain],
            // Every tenant runs on the host; its first failure must be an increase from zero. Few use kernels.
            exposing: InvocationOutcome.allCases.map { [InvocationKind.host.rawValue, $0.rawValue] },
            maximumValues: maximumTenants
        )
        invokeDurations = registry.histogramFamily(
            "tensor_wasm_invoke_duration_seconds",
            help: "Time from an invocation's admission to its result, rejected ones excluded.",
            bounds: HTTPMetrics.bounds,
            labels: [InvocationKind.domain],
            exposing: InvocationKind.allCases.map { [$0.rawValue] }
        )
        admissionQueueDepth = registry.gauge(
            "tensor_wasm_admission_queue_depth",
            help: "Invocations that wait for an instance."
        )
        moduleCompile = registry.histogram(
            "tensor_wasm_module_compile_seconds",
            help: "Time to compile a module to machine code.",
            bounds: Self.compileBounds
        )
        moduleCacheHits = registry.counterFamily(
            "tensor_wasm_module_cache_hits_total",
            help: "Requests for a compiled module, by the tier that answered; compile is a miss of the others.",
            labels: [ModuleCacheTier.domain],
            exposing: ModuleCacheTier.allCases.map { [$0.rawValue] }
        )
        functions = registry.gauge("tensor_wasm_functions", help: "Functions deployed.")
        kernels = KernelMetrics(registry: registry, maximumTenants: maximumTenants)
        streamingChunks = registry.counter(
            "tensor_wasm_streaming_chunks_emitted_total",
            help: "Chunks of streams that guests emitted and that were written to the client."
        )
        jobs = JobMetrics(registry: registry)
        access = AccessMetrics(registry: registry)
        audit = AuditMetrics(registry: registry)
    }

    /// The metrics of one tenant, for the caller to keep; the lookup takes a lock.
    public func tenant(_ id: UInt64) -> TenantMetrics {
        kernels.expose(tenant: id)
        return TenantMetrics(
            instances: instances,
            activeInstances: activeInstancesPerTenant.series(for: id),
            cpuMemory: cpuMemoryPerTenant.series(for: id),
            invocations: invocations.grid(for: id),
            invokeDurations: invokeDurations
        )
    }

    /// Counts a request for a compiled module by the tier that answered it.
    public func moduleCacheHit(_ tier: ModuleCacheTier) {
        moduleCacheHits[tier.rawValue].increment()
    }

    /// Counts an HTTP request in; see ``HTTPMetrics/requestBegan(route:method:)``.
    public func requestBegan(route: Int, method: HTTPMethodLabel) {
        http.requestBegan(route: route, method: method)
    }

    /// Counts an HTTP request out; see ``HTTPMetrics/requestEnded(route:method:status:nanoseconds:)``.
    public func requestEnded(route: Int, method: HTTPMethodLabel, status: Int, nanoseconds: UInt64) {
        http.requestEnded(route: route, method: method, status: status, nanoseconds: nanoseconds)
    }
}
