import Testing

@testable import Gateway

@Suite(.timeLimit(.minutes(5)))
struct MetricsPageTests {
    private static let families = [
        "tensor_wasm_http_requests_total", "tensor_wasm_http_request_duration_seconds",
        "tensor_wasm_http_requests_in_flight", "tensor_wasm_active_instances", "tensor_wasm_instance_spawns_total",
        "tensor_wasm_instance_terminations_total", "tensor_wasm_invocations_total",
        "tensor_wasm_invoke_duration_seconds",
        "tensor_wasm_active_instances_per_tenant", "tensor_wasm_admission_queue_depth",
        "tensor_wasm_module_compile_seconds", "tensor_wasm_module_cache_hits_total", "tensor_wasm_functions",
        "tensor_wasm_build_info", "tensor_wasm_kernel_dispatches_total",
        "tensor_wasm_kernel_dispatches_per_tenant_total", "tensor_wasm_kernel_latency_seconds",
        "tensor_wasm_kernel_execution_seconds", "tensor_wasm_gpu_memory_used_bytes",
        "tensor_wasm_gpu_memory_bytes_per_tenant", "tensor_wasm_backpressure_permits_used",
        "tensor_wasm_backpressure_permits_available", "tensor_wasm_jit_cache_warm_hit_total",
        "tensor_wasm_jit_cache_cold_miss_then_insert_total", "tensor_wasm_jit_emit_text_seconds",
    ]

    @Test(arguments: families)
    func `a family is on the page from the first scrape on`(family: String) async throws {
        let page = try await withTestServer { try await $0.metrics() }
        #expect(page.text.contains("\n# TYPE \(family) ") || page.text.hasPrefix("# TYPE \(family) "))
    }

    @Test func `every route moves the series of its own template`() async throws {
        try await withTestServer { server in
            let id = try await server.deploy(Guest.add)
            try await server.request("GET", "/healthz")
            try await server.request("HEAD", "/healthz")
            try await server.request("GET", "/readyz")
            try await server.request("GET", "/openapi.json")
            try await server.request("GET", "/functions?limit=1")
            try await server.request("GET", "/functions?limit=0")
            try await server.request("GET", "/functions/\(id)")
            _ = try await server.invoke(id, #"{"export":"add","args":[1,2]}"#)
            _ = try await server.invoke(id, "{")
            try await server.request("DELETE", "/functions/\(id)")
            try await server.request("PUT", "/functions/\(id)")
            try await server.request("PROPFIND", "/healthz")
            let unknown = "00000000-0000-4000-8000-000000000000"
            try await server.request("POST", "/functions/\(unknown)/invoke-async")
            try await server.request("POST", "/functions/\(unknown)/invoke-stream")
            try await server.request("GET", "/jobs")
            try await server.request("DELETE", "/jobs/\(unknown)")
            try await server.request("GET", "/instances")
            try await server.request("DELETE", "/instances/1")
            _ = try await server.metrics()

            let page = try await server.metrics()
            let expected: [(String, String, Int)] = [
                ("/healthz", "GET", 200), ("/healthz", "HEAD", 200), ("/healthz", "OTHER", 405),
                ("/readyz", "GET", 200),
                ("/metrics", "GET", 200), ("/openapi.json", "GET", 200), ("/functions", "POST", 200),
                ("/functions", "GET", 200), ("/functions", "GET", 400), ("/functions/:id", "GET", 200),
                ("/functions/:id", "DELETE", 204), ("/functions/:id", "PUT", 405),
                ("/functions/:id/invoke", "POST", 200), ("/functions/:id/invoke", "POST", 400),
                ("/functions/:id/invoke-async", "POST", 404), ("/functions/:id/invoke-stream", "POST", 404),
                ("/jobs", "GET", 200), ("/jobs/:id", "DELETE", 404), ("/instances", "GET", 200),
                ("/instances/:id", "DELETE", 404),
            ]
            for (route, method, status) in expected {
                #expect(page.requests(route, method, status) == 1, "\(method) \(route) \(status)")
                let labels = "route=\"\(route)\",method=\"\(method)\",status=\"\(status)\""
                #expect(page["tensor_wasm_http_request_duration_seconds_count{\(labels)}"] == 1, "\(labels)")
            }
            #expect(page.sum(of: "tensor_wasm_http_requests_total") == Double(expected.count))
            let templates = Set(Gateway.routeTemplates)
            #expect(templates == Set(expected.map(\.0)))
        }
    }

    @Test func `paths of no route share one series, however many there are`() async throws {
        try await withTestServer { server in
            try await server.connect { connection in
                for block in 0..<10 {
                    let paths = (0..<100).map { "/\(block)/\(UInt64.random(in: 0...UInt64.max))/\($0)" }
                    try await connection.send(
                        paths.map { "GET \($0) HTTP/1.1\r\nhost: a\r\n\r\n" }.joined())
                    for _ in paths { #expect(try await connection.response().status == 404) }
                }
            }
            let page = try await server.metrics()
            #expect(page.series(of: "tensor_wasm_http_requests_total", with: #"route="unknown""#).count == 1)
            #expect(page.requests("unknown", "GET", 404) == 1_000)
        }
    }

    @Test(.enabled(if: Promtool.isInstalled, "promtool is missing: run scripts/bootstrap --test"))
    func `promtool accepts the page without a complaint`() async throws {
        try await withTestServer { server in
            let id = try await server.deploy(Guest.trapping)
            _ = try await server.invoke(id, #"{"export":"divide","args":[1,0]}"#)
            _ = try await server.invoke(id, #"{"export":"divide","args":[1,1]}"#)
            try await server.request("GET", "/nowhere")
            #expect(try Promtool.complaints(about: try await server.metrics().text) == "")
        }
    }
}
