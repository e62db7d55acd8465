import Testing

@Suite(.timeLimit(.minutes(5)))
struct KernelTests {
    private let serial = #"{dispatch_kind="serial",device="cpu"}"#

    @Test func `a guest over HTTP computes with a kernel, and the metrics tell`() async throws {
        try await withTestServer { server in
            let id = try await server.deploy(Guest.kernels)
            for _ in 0..<3 {
                #expect(try await server.invoke(id).text == #"{"function_id":"\#(id)","result":[0,0,42]}"#)
            }
            let page = try await server.metrics()
            #expect(page["tensor_wasm_kernel_dispatches_total"] == 3)
            #expect(page[#"tensor_wasm_kernel_dispatches_per_tenant_total{tenant_id="0"}"#] == 3)
            #expect(page["tensor_wasm_kernel_latency_seconds_count" + serial] == 3)
            #expect(page[#"tensor_wasm_kernel_execution_seconds_count{device="cpu"}"#] == 3)
            #expect(page["tensor_wasm_jit_cache_cold_miss_then_insert_total"] == 1)
            #expect(page["tensor_wasm_jit_cache_warm_hit_total"] == 2)
            #expect(page["tensor_wasm_jit_emit_text_seconds_count"] == 1)
            #expect(page[#"tensor_wasm_invocations_total{tenant_id="0",kind="gpu",outcome="ok"}"#] == 3)
            #expect(page[#"tensor_wasm_invoke_duration_seconds_count{kind="gpu"}"#] == 3)
            #expect(page.invocations("ok") == 0)
        }
    }

    @Test func `the answer tells how long the kernels ran`() async throws {
        try await withTestServer { server in
            let id = try await server.deploy(Guest.kernels)
            let timing = try #require(try await server.invoke(id)["server-timing"])
            let pattern = try Regex(#"queue;dur=[0-9.]+, spawn;dur=[0-9.]+, guest;dur=[0-9.]+, kernel;dur=\d+\.\d{3}"#)
            #expect(timing.wholeMatch(of: pattern) != nil, "\(timing)")
        }
    }

    @Test func `a running kernel shows in permits and memory, and a client that leaves stops it`() async throws {
        try await withTestServer(["DISPATCH_PERMITS": "5"]) { server in
            let id = try await server.deploy(Guest.kernels)
            try await server.connect { connection in
                try await connection.send(Request.invoke(id, #"{"export":"buffer"}"#))
                try await server.metrics(
                    until: { $0["tensor_wasm_backpressure_permits_used"] == 1 }, "the kernel did not start")
                // A page is written line by line: what came before the launch is on the next one for certain.
                let page = try await server.metrics()
                #expect(page["tensor_wasm_backpressure_permits_available"] == 4)
                #expect(page["tensor_wasm_gpu_memory_used_bytes"] == 1_000)
                #expect(page[#"tensor_wasm_gpu_memory_bytes_per_tenant{tenant_id="0"}"#] == 1_000)
                try await connection.close()
            }
            let page = try await server.metrics(
                until: { $0["tensor_wasm_backpressure_permits_used"] == 0 && $0.isQuiet }, "the kernel did not stop")
            #expect(page["tensor_wasm_backpressure_permits_available"] == 5)
            #expect(page["tensor_wasm_gpu_memory_used_bytes"] == 0)
            #expect(page[#"tensor_wasm_gpu_memory_bytes_per_tenant{tenant_id="0"}"#] == 0)
            #expect(page[#"tensor_wasm_invocations_total{tenant_id="0",kind="gpu",outcome="cancelled"}"#] == 1)
        }
    }

    @Test func `a kernel without an end is stopped at the deadline of its call`() async throws {
        try await withTestServer { server in
            let id = try await server.deploy(Guest.kernels)
            let answer = try await server.invoke(
                id, #"{"export":"spin"}"#, headers: ["x-tensorwasm-deadline-ms": "1000"])
            try expectRefusal(answer, 504, "invoke_timeout")
            #expect(try await server.invoke(id).text == #"{"function_id":"\#(id)","result":[0,0,42]}"#)
            try await server.expectHealthy()
        }
    }

    @Test func `where devices are switched off the guest is told, and nothing is counted`() async throws {
        try await withTestServer(["DEVICE": "off"]) { server in
            let id = try await server.deploy(Guest.kernels)
            #expect(try await server.invoke(id).text == #"{"function_id":"\#(id)","result":[-1,-1,0]}"#)
            let page = try await server.metrics()
            #expect(page["tensor_wasm_kernel_dispatches_total"] == 0)
            #expect(page["tensor_wasm_backpressure_permits_available"] == 0)
            #expect(page.invocations("ok") == 1)
        }
    }
}
