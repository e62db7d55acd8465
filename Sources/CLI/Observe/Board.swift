/// What the board shows, computed from two scrapes of one server.
///
/// A rate is per second; what the server does not have is `nil`. Requests to probes and those that a board itself makes
/// are left out: they would say how often somebody looks.
struct Board: Sendable {
    /// One tenant's share.
    struct Tenant: Sendable, Equatable {
        let id: String
        let invocations: Double
        let instances: Double
        let memoryBytes: Double
    }

    let interval: Double
    let version: String?
    let uptimeSeconds: Double?

    /// By class of status, such as `2xx`.
    let requests: [String: Double]
    let requestsInFlight: Double?
    let requestLatency: Percentiles

    /// By outcome.
    let invocations: [String: Double]
    let invocationLatency: Percentiles
    let instances: Double?
    let waitingInvocations: Double?

    let jobs: Double?
    let jobsEnded: Double?
    let chunks: Double?
    let permitsUsed: Double?
    let permits: Double?
    let dispatches: Double?
    let deviceMemoryBytes: Double?

    let memoryBytes: Double?
    let processors: Double?
    let openFiles: Double?
    let openFilesLimit: Double?

    let rateLimited: Double?
    let refused: Double?
    /// Since the server's start.
    let auditDrops: Double?
    /// Since the first scrape.
    let newAuditDrops: Double?

    /// The busiest first.
    let tenants: [Tenant]
    let tenantCount: Int
    /// The oldest first; `nil` when the token may not see them.
    let oldest: [LiveInstance]?
    /// When the second scrape was made, in milliseconds since 1970.
    let unixMilliseconds: Int64

    /// Routes whose requests are left out.
    static let unwatchedRoutes: Set<String> = ["/healthz", "/readyz", "/metrics", "/instances"]

    /// - Parameter before: an earlier scrape than `after`.
    init(from before: Scrape, to after: Scrape) {
        let seconds = Double(max(after.nanoseconds, before.nanoseconds &+ 1) - before.nanoseconds) / 1e9
        let delta = MetricsDelta(before: before.page, after: after.page, seconds: seconds)
        let page = after.page
        func gauge(_ name: String) -> Double? { page.sum("tensor_wasm_" + name) }

        interval = seconds
        unixMilliseconds = after.unixMilliseconds
        version = page.samples("tensor_wasm_build_info").first?.labels["version"]
        uptimeSeconds = page.sum("process_start_time_seconds").map {
            max(Double(after.unixMilliseconds) / 1_000 - $0, 0)
        }

        requests = Self.byClass(
            delta.rates("tensor_wasm_http_requests_total", by: "status", where: Self.isWatched))
        requestsInFlight = page.sum("tensor_wasm_http_requests_in_flight", where: Self.isWatched)
        requestLatency = Percentiles(
            delta.histogram("tensor_wasm_http_request_duration_seconds", where: Self.isWatched))

        invocations = delta.rates("tensor_wasm_invocations_total", by: "outcome")
        invocationLatency = Percentiles(delta.histogram("tensor_wasm_invoke_duration_seconds"))
        instances = gauge("active_instances")
        waitingInvocations = gauge("admission_queue_depth")

        jobs = gauge("jobs_active")
        jobsEnded = delta.rate("tensor_wasm_jobs_total") { $0.labels["outcome"] != "handed_back" }
        chunks = delta.rate("tensor_wasm_streaming_chunks_emitted_total")
        permitsUsed = gauge("backpressure_permits_used")
        permits = gauge("backpressure_permits_available").map { $0 + (gauge("backpressure_permits_used") ?? 0) }
        dispatches = delta.rate("tensor_wasm_kernel_dispatches_total")
        deviceMemoryBytes = gauge("gpu_memory_used_bytes")

        memoryBytes = page.sum("process_resident_memory_bytes")
        processors = delta.rate("process_cpu_seconds_total")
        openFiles = page.sum("process_open_fds")
        openFilesLimit = page.sum("process_max_fds")

        rateLimited = delta.rate("tensor_wasm_rate_limited_total")
        refused = delta.rate("tensor_wasm_authentication_failures_total")
        func isDrop(_ sample: MetricSample) -> Bool { sample.labels["outcome"] == "dropped" }
        auditDrops = page.sum("tensor_wasm_audit_records_total", where: isDrop)
        newAuditDrops = delta.increase("tensor_wasm_audit_records_total", where: isDrop)

        let all = Self.tenants(delta)
        tenants = Array(all.prefix(ClientLimits.boardRows))
        tenantCount = all.count
        oldest = after.instances.map { instances in
            let byAge = instances.sorted {
                ($0.startedUnixMilliseconds ?? .max, $0.id) < ($1.startedUnixMilliseconds ?? .max, $1.id)
            }
            return Array(byAge.prefix(ClientLimits.boardRows))
        }
    }

    private static func isWatched(_ sample: MetricSample) -> Bool {
        sample.labels["route"].map { !unwatchedRoutes.contains($0) } ?? true
    }

    private static func byClass(_ rates: [String: Double]) -> [String: Double] {
        var classes: [String: Double] = ["2xx": 0, "4xx": 0, "5xx": 0]
        for (status, rate) in rates { classes[(status.first.map(String.init) ?? "?") + "xx", default: 0] += rate }
        return classes
    }

    /// Tenants with something to show.
    private static func tenants(_ delta: MetricsDelta) -> [Tenant] {
        let rates = delta.rates("tensor_wasm_invocations_total", by: "tenant_id")
        let instances = delta.after.sums("tensor_wasm_active_instances_per_tenant", by: "tenant_id")
        let memory = delta.after.sums("tensor_wasm_cpu_memory_bytes_per_tenant", by: "tenant_id")
        return Set(rates.keys).union(instances.keys).union(memory.keys).map { id in
            Tenant(
                id: id, invocations: rates[id] ?? 0, instances: instances[id] ?? 0, memoryBytes: memory[id] ?? 0)
        }
        .filter { $0.invocations > 0 || $0.instances > 0 || $0.memoryBytes > 0 }
        .sorted {
            ($1.invocations, $1.instances, $1.memoryBytes, $0.id) < (
                $0.invocations, $0.instances, $0.memoryBytes, $1.id
            )
        }
    }
}
