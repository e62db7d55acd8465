import Testing

@testable import Telemetry

@Suite struct TensorWasmMetricsTests {
    private let registry = MetricsRegistry()
    private let buildInfo = BuildInfo(
        version: "1.2.3",
        gitSHA: "abc",
        swiftVersion: "6.2",
        wasmtimeVersion: "50",
        profile: "release",
        target: "x86_64"
    )

    private func metrics(exposing: [HTTPExposedSeries] = [], maximumTenants: Int = 3) -> TensorWasmMetrics {
        TensorWasmMetrics(
            registry: registry,
            routes: ["/healthz", "/functions/:id"],
            buildInfo: buildInfo,
            exposing: exposing,
            maximumTenants: maximumTenants
        )
    }

    @Test func everyFamilyIsDeclaredFromTheStart() {
        _ = metrics()
        let types = registry.text().split(separator: "\n").filter { $0.hasPrefix("# TYPE ") }.map { $0.dropFirst(7) }
        #expect(
            types == [
                "tensor_wasm_build_info gauge",
                "tensor_wasm_http_request_duration_seconds histogram",
                "tensor_wasm_http_requests_total counter",
                "tensor_wasm_http_requests_in_flight gauge",
                "tensor_wasm_active_instances gauge",
                "tensor_wasm_instance_spawns_total counter",
                "tensor_wasm_instance_terminations_total counter",
                "tensor_wasm_active_instances_per_tenant gauge",
                "tensor_wasm_cpu_memory_bytes_per_tenant gauge",
                "tensor_wasm_invocations_total counter",
                "tensor_wasm_invoke_duration_seconds histogram",
                "tensor_wasm_admission_queue_depth gauge",
                "tensor_wasm_module_compile_seconds histogram",
                "tensor_wasm_module_cache_hits_total counter",
                "tensor_wasm_functions gauge",
                "tensor_wasm_kernel_dispatches_total counter",
                "tensor_wasm_kernel_dispatches_per_tenant_total counter",
                "tensor_wasm_kernel_latency_seconds histogram",
                "tensor_wasm_kernel_execution_seconds histogram",
                "tensor_wasm_gpu_memory_used_bytes gauge",
                "tensor_wasm_gpu_memory_bytes_per_tenant gauge",
                "tensor_wasm_backpressure_permits_used gauge",
                "tensor_wasm_backpressure_permits_available gauge",
                "tensor_wasm_jit_cache_warm_hit_total counter",
                "tensor_wasm_jit_cache_cold_miss_then_insert_total counter",
                "tensor_wasm_jit_emit_text_seconds histogram",
                "tensor_wasm_streaming_chunks_emitted_total counter",
                "tensor_wasm_jobs_active gauge",
                "tensor_wasm_jobs_total counter",
                "tensor_wasm_job_queue_seconds histogram",
                "tensor_wasm_rate_limited_total counter",
                "tensor_wasm_authentication_failures_total counter",
                "tensor_wasm_audit_records_total counter",
            ]
        )
    }

    @Test func theBuildIsDescribedByLabels() {
        _ = metrics()
        #expect(
            registry.value(
                #"tensor_wasm_build_info{version="1.2.3",git_sha="abc",swift_version="6.2",wasmtime_version="50","#
                    + #"profile="release",target="x86_64"}"#
            ) == "1"
        )
    }

    @Test func aRequestMovesAllThreeHTTPFamilies() {
        let metrics = metrics()
        let route = metrics.http.routeIndex(of: "/functions/:id")
        let labels = #"route="/functions/:id",method="DELETE""#
        metrics.requestBegan(route: route, method: .delete)
        #expect(registry.value("tensor_wasm_http_requests_in_flight{\(labels)}") == "1")
        metrics.requestEnded(route: route, method: .delete, status: 204, nanoseconds: 3_000_000)
        #expect(registry.value("tensor_wasm_http_requests_in_flight{\(labels)}") == "0")
        let answered = labels + #",status="204""#
        #expect(registry.value("tensor_wasm_http_requests_total{\(answered)}") == "1")
        let duration = "tensor_wasm_http_request_duration_seconds"
        #expect(registry.value("\(duration)_bucket{\(answered),le=\"0.001\"}") == "0")
        #expect(registry.value("\(duration)_bucket{\(answered),le=\"0.005\"}") == "1")
        #expect(registry.value("\(duration)_sum{\(answered)}") == "0.003")
    }

    @Test(arguments: [-1, 2, 3, Int.max])
    func aRouteThatIsNotKnownIsCountedAsUnknown(route: Int) {
        let metrics = metrics()
        metrics.requestBegan(route: route, method: .other)
        metrics.requestEnded(route: route, method: .other, status: 404, nanoseconds: 1)
        let labels = #"{route="unknown",method="OTHER",status="404"}"#
        #expect(registry.value("tensor_wasm_http_requests_total" + labels) == "1")
    }

    @Test func anUnknownTemplateHasTheIndexOfUnknown() {
        let http = metrics().http
        #expect(http.routes == ["/healthz", "/functions/:id", "unknown"])
        #expect(http.routeIndex(of: "/healthz") == 0)
        #expect(http.routeIndex(of: "/nowhere") == http.unknownRoute)
    }

    @Test func exposedSeriesShowZeroBeforeTheFirstRequest() {
        _ = metrics(exposing: [HTTPExposedSeries(route: 0, method: .get, statuses: [200, 503])])
        let labels = #"route="/healthz",method="GET""#
        for status in ["200", "503"] {
            #expect(registry.value("tensor_wasm_http_requests_total{\(labels),status=\"\(status)\"}") == "0")
            let count = "tensor_wasm_http_request_duration_seconds_count{\(labels),status=\"\(status)\"}"
            #expect(registry.value(count) == "0")
        }
        #expect(registry.value("tensor_wasm_http_requests_in_flight{\(labels)}") == "0")
    }

    @Test(arguments: [
        (200, 200), (299, 200), (418, 400), (421, 421), (599, 500), (304, 304), (399, 300), (102, 100), (0, 500),
        (600, 500), (-5, 500), (Int.max, 500), (Int.min, 500),
    ])
    func aStatusIsCountedAsItselfOrAsTheFirstOfItsClass(status: Int, label: Int) {
        #expect(HTTPStatusLabel.statuses[HTTPStatusLabel.index(of: status)] == label)
    }

    @Test func everyStatusOfTheContractHasALabelOfItsOwn() {
        let contract = [200, 202, 204, 400, 401, 403, 404, 405, 408, 409, 413, 415, 421, 429, 500, 503, 504]
        for status in contract {
            #expect(HTTPStatusLabel.statuses[HTTPStatusLabel.index(of: status)] == status)
        }
    }

    @Test func methodsMapToTheirVerbAndAnythingElseToOther() {
        for method in HTTPMethodLabel.allCases where method != .other {
            #expect(HTTPMethodLabel(method.text) == method)
        }
        for method in ["", "get", "OTHER", "BREW", "GET "] {
            #expect(HTTPMethodLabel(method) == .other)
        }
    }

    @Test func instancesAreCountedInTotalAndByTenant() {
        let metrics = metrics()
        let first = metrics.tenant(1)
        first.instanceSpawned()
        first.instanceSpawned()
        metrics.tenant(2).instanceSpawned()
        first.instanceTerminated()
        #expect(registry.value("tensor_wasm_active_instances") == "2")
        #expect(registry.value("tensor_wasm_instance_spawns_total") == "3")
        #expect(registry.value("tensor_wasm_instance_terminations_total") == "1")
        #expect(registry.value(#"tensor_wasm_active_instances_per_tenant{tenant_id="1"}"#) == "1")
        #expect(registry.value(#"tensor_wasm_active_instances_per_tenant{tenant_id="2"}"#) == "1")
    }

    @Test func anInvocationIsCountedAndTimedUnlessItWasRejected() {
        let metrics = metrics()
        let tenant = metrics.tenant(.max)
        tenant.invocationEnded(kind: .host, outcome: .trap, nanoseconds: 1_000_000)
        tenant.invocationEnded(kind: .host, outcome: .rejected, nanoseconds: 1_000_000)
        let labels = #"tenant_id="18446744073709551615",kind="host""#
        #expect(registry.value("tensor_wasm_invocations_total{\(labels),outcome=\"trap\"}") == "1")
        #expect(registry.value("tensor_wasm_invocations_total{\(labels),outcome=\"rejected\"}") == "1")
        #expect(registry.value("tensor_wasm_invocations_total{\(labels),outcome=\"ok\"}") == "0")
        #expect(registry.value(#"tensor_wasm_invoke_duration_seconds_count{kind="host"}"#) == "1")
        #expect(registry.value(#"tensor_wasm_invoke_duration_seconds_count{kind="gpu"}"#) == "0")
    }

    @Test func tenantsBeyondTheCapShareOther() {
        let metrics = metrics(maximumTenants: 1)
        for tenant in UInt64(0)..<3 { metrics.tenant(tenant).instanceSpawned() }
        #expect(registry.value(#"tensor_wasm_active_instances_per_tenant{tenant_id="other"}"#) == "2")
    }

    @Test func theRemainingFamiliesMoveByThemselves() {
        let metrics = metrics()
        metrics.moduleCacheHit(.disk)
        metrics.functions.set(4)
        metrics.admissionQueueDepth.add(2)
        metrics.moduleCompile.observe(nanoseconds: 60_000_000_000)
        #expect(registry.value(#"tensor_wasm_module_cache_hits_total{tier="memory"}"#) == "0")
        #expect(registry.value(#"tensor_wasm_module_cache_hits_total{tier="disk"}"#) == "1")
        #expect(registry.value("tensor_wasm_functions") == "4")
        #expect(registry.value("tensor_wasm_admission_queue_depth") == "2")
        #expect(registry.value(#"tensor_wasm_module_compile_seconds_bucket{le="30"}"#) == "0")
        #expect(registry.value(#"tensor_wasm_module_compile_seconds_bucket{le="60"}"#) == "1")
    }

    @Test func familiesOfKernelsShowTheirZerosFromTheStart() {
        _ = metrics()
        for kind in ["serial", "concurrent"] {
            for device in ["cpu", "cuda"] {
                let labels = "{dispatch_kind=\"\(kind)\",device=\"\(device)\"}"
                #expect(registry.value("tensor_wasm_kernel_latency_seconds_count" + labels) == "0")
                let execution = "tensor_wasm_kernel_execution_seconds_count{device=\"\(device)\"}"
                #expect(registry.value(execution) == "0")
            }
        }
        let single = [
            "kernel_dispatches_total", "gpu_memory_used_bytes", "backpressure_permits_used",
            "backpressure_permits_available", "jit_cache_warm_hit_total", "jit_cache_cold_miss_then_insert_total",
            "jit_emit_text_seconds_count",
        ]
        for name in single { #expect(registry.value("tensor_wasm_" + name) == "0", "\(name)") }
    }

    @Test func aTenantShowsItsZerosOfKernelsOnceItIsSeen() {
        let metrics = metrics()
        _ = metrics.tenant(7)
        #expect(registry.value(#"tensor_wasm_kernel_dispatches_per_tenant_total{tenant_id="7"}"#) == "0")
        #expect(registry.value(#"tensor_wasm_gpu_memory_bytes_per_tenant{tenant_id="7"}"#) == "0")
    }

    @Test func aLaunchIsCountedInTotalAndByTenantAndTimedTwice() {
        let metrics = metrics()
        metrics.kernels.launchEnded(
            tenant: 7, kind: .concurrent, device: .cpu, overheadNanoseconds: 20_000, executionNanoseconds: 3_000_000)
        #expect(registry.value("tensor_wasm_kernel_dispatches_total") == "1")
        #expect(registry.value(#"tensor_wasm_kernel_dispatches_per_tenant_total{tenant_id="7"}"#) == "1")
        let latency = "tensor_wasm_kernel_latency_seconds"
        let labels = #"dispatch_kind="concurrent",device="cpu""#
        #expect(registry.value("\(latency)_sum{\(labels)}") == "0.00002")
        #expect(registry.value("\(latency)_bucket{\(labels),le=\"1e-05\"}") == "0")
        #expect(registry.value("\(latency)_bucket{\(labels),le=\"5e-05\"}") == "1")
        #expect(registry.value(#"tensor_wasm_kernel_execution_seconds_sum{device="cpu"}"#) == "0.003")
        #expect(registry.value(#"tensor_wasm_kernel_execution_seconds_count{device="cuda"}"#) == "0")
    }

    @Test func deviceMemoryRisesAndFallsInTotalAndByTenant() {
        let kernels = metrics().kernels
        kernels.memoryChanged(tenant: 1, by: 100)
        kernels.memoryChanged(tenant: 2, by: 50)
        kernels.memoryChanged(tenant: 1, by: -60)
        #expect(registry.value("tensor_wasm_gpu_memory_used_bytes") == "90")
        #expect(registry.value(#"tensor_wasm_gpu_memory_bytes_per_tenant{tenant_id="1"}"#) == "40")
        #expect(registry.value(#"tensor_wasm_gpu_memory_bytes_per_tenant{tenant_id="2"}"#) == "50")
    }

    @Test(arguments: [
        "jobs_active", "streaming_chunks_emitted_total", "job_queue_seconds_count",
        #"audit_records_total{outcome="written"}"#, #"audit_records_total{outcome="dropped"}"#,
        #"jobs_total{outcome="completed"}"#, #"jobs_total{outcome="failed"}"#, #"jobs_total{outcome="cancelled"}"#,
        #"jobs_total{outcome="handed_back"}"#, #"rate_limited_total{limit="token"}"#,
        #"rate_limited_total{limit="tenant"}"#, #"authentication_failures_total{reason="missing"}"#,
        #"authentication_failures_total{reason="malformed"}"#, #"authentication_failures_total{reason="unknown"}"#,
        #"authentication_failures_total{reason="expired"}"#,
    ])
    func `families of tenants' work show their zeros from the start`(_ series: String) {
        _ = metrics()
        #expect(registry.value("tensor_wasm_" + series) == "0")
    }

    @Test func `jobs are counted by their outcome, and their wait is timed`() {
        let jobs = metrics().jobs
        for outcome in JobOutcome.allCases { jobs.jobEnded(outcome) }
        jobs.jobEnded(.handedBack)
        jobs.active.add(2)
        jobs.queueTime.observe(nanoseconds: 3_600_000_000_000)
        #expect(registry.value(#"tensor_wasm_jobs_total{outcome="completed"}"#) == "1")
        #expect(registry.value(#"tensor_wasm_jobs_total{outcome="handed_back"}"#) == "2")
        #expect(registry.value("tensor_wasm_jobs_active") == "2")
        #expect(registry.value(#"tensor_wasm_job_queue_seconds_bucket{le="1800"}"#) == "0")
        #expect(registry.value(#"tensor_wasm_job_queue_seconds_bucket{le="3600"}"#) == "1")
    }

    @Test func `refusals are counted by what refused`() {
        let metrics = metrics()
        metrics.access.rateLimited(by: .tenant)
        metrics.access.authenticationFailed(.expired)
        metrics.streamingChunks.increment(by: 3)
        metrics.audit.dropped.increment()
        #expect(registry.value(#"tensor_wasm_rate_limited_total{limit="tenant"}"#) == "1")
        #expect(registry.value(#"tensor_wasm_rate_limited_total{limit="token"}"#) == "0")
        #expect(registry.value(#"tensor_wasm_authentication_failures_total{reason="expired"}"#) == "1")
        #expect(registry.value("tensor_wasm_streaming_chunks_emitted_total") == "3")
        #expect(registry.value(#"tensor_wasm_audit_records_total{outcome="dropped"}"#) == "1")
        #expect(registry.value(#"tensor_wasm_audit_records_total{outcome="written"}"#) == "0")
    }

    @Test func `linear memory rises and falls by tenant and shows its zero once a tenant is seen`() {
        let tenant = metrics().tenant(5)
        #expect(registry.value(#"tensor_wasm_cpu_memory_bytes_per_tenant{tenant_id="5"}"#) == "0")
        tenant.cpuMemoryChanged(by: 65_536)
        tenant.cpuMemoryChanged(by: -65_000)
        #expect(registry.value(#"tensor_wasm_cpu_memory_bytes_per_tenant{tenant_id="5"}"#) == "536")
    }

    @Test func theBoundsAreThoseOfTheContract() {
        let kernels = [1e-5, 5e-5, 1e-4, 5e-4, 1e-3, 5e-3, 0.01, 0.05, 0.1, 0.5, 1, 2, 5, 10]
        #expect(KernelMetrics.bounds.seconds == kernels)
        let http = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 15, 30]
        #expect(HTTPMetrics.bounds.seconds == http)
        #expect(TensorWasmMetrics.compileBounds.seconds == [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 10, 30, 60])
    }
}
