import TestSupport
import Testing
import WasmEngine

@testable import Runtime

@Suite(.timeLimit(.minutes(1)))
struct RuntimeKernelTests {
    private func invocations(_ kind: String, _ outcome: String) -> String {
        "tensor_wasm_invocations_total{tenant_id=\"0\",kind=\"\(kind)\",outcome=\"\(outcome)\"}"
    }

    /// Waits for the kernel of a runtime's first call; a call that has ended without one fails the test later.
    private func kernelStarts(in test: TestRuntime) async throws {
        try await wait {
            test.metric("tensor_wasm_backpressure_permits_used") > 0
                || test.metric("tensor_wasm_instance_terminations_total") > 0
        }
    }

    @Test func `a guest launches a kernel, and the call counts as one that used a device`() async throws {
        try await withRuntime { test in
            let function = try await test.deploy(KernelGuests.wat)
            let answer = await test.runtime.call(test.request(function, "mark"))
            #expect(answer.values == [.i32(0), .i32(0), .i32(42)])
            #expect(test.metric(invocations("gpu", "ok")) == 1)
            #expect(test.metric(invocations("host", "ok")) == 0)
            #expect(test.metric("tensor_wasm_kernel_dispatches_total") == 1)
            #expect(test.metric("tensor_wasm_kernel_dispatches_per_tenant_total{tenant_id=\"0\"}") == 1)
            let serial = "{dispatch_kind=\"serial\",device=\"cpu\"}"
            #expect(test.metric("tensor_wasm_kernel_latency_seconds_count" + serial) == 1)
            #expect(test.metric("tensor_wasm_kernel_execution_seconds_count{device=\"cpu\"}") == 1)
            #expect(test.metric("tensor_wasm_jit_cache_cold_miss_then_insert_total") == 1)
            #expect(test.metric("tensor_wasm_jit_emit_text_seconds_count") == 1)
        }
    }

    @Test func `a kernel is prepared once and then found in the cache`() async throws {
        try await withRuntime { test in
            let function = try await test.deploy(KernelGuests.wat)
            for _ in 0..<3 { _ = await test.runtime.call(test.request(function, "mark")) }
            #expect(test.metric("tensor_wasm_jit_cache_cold_miss_then_insert_total") == 1)
            #expect(test.metric("tensor_wasm_jit_cache_warm_hit_total") == 2)
            #expect(test.metric("tensor_wasm_kernel_dispatches_total") == 3)
        }
    }

    @Test func `all permits are free when nothing runs`() async throws {
        try await withRuntime { test in
            #expect(test.metric("tensor_wasm_backpressure_permits_used") == 0)
            #expect(test.metric("tensor_wasm_backpressure_permits_available") == 256)
            let function = try await test.deploy(KernelGuests.wat)
            _ = await test.runtime.call(test.request(function, "mark"))
            #expect(test.metric("tensor_wasm_backpressure_permits_used") == 0)
            #expect(test.metric("tensor_wasm_backpressure_permits_available") == 256)
        }
    }

    @Test func `a running kernel takes a permit, and its call can be cancelled`() async throws {
        try await withRuntime { test in
            let function = try await test.deploy(KernelGuests.wat)
            let call = Task { await test.runtime.call(test.request(function, "spin")) }
            try await kernelStarts(in: test)
            #expect(test.metric("tensor_wasm_backpressure_permits_available") == 255)
            call.cancel()
            #expect(await call.value.failure == .cancelled)
            #expect(test.metric("tensor_wasm_backpressure_permits_used") == 0)
            #expect(test.metric(invocations("gpu", "cancelled")) == 1)
            #expect(test.metric("tensor_wasm_active_instances") == 0)
        }
    }

    @Test func `a kernel without an end stops at the deadline while short calls are answered`() async throws {
        try await withRuntime { test in
            let function = try await test.deploy(KernelGuests.wat)
            let endless = Task { await test.runtime.call(test.request(function, "spin", milliseconds: 6_000)) }
            try await kernelStarts(in: test)
            for _ in 0..<5 {
                #expect(
                    await test.runtime.call(test.request(function, "mark")).values == [.i32(0), .i32(0), .i32(42)])
            }
            #expect(await endless.value.failure == .deadlineExceeded)
            #expect(test.metric(invocations("gpu", "timeout")) == 1)
        }
    }

    @Test func `many endless kernels all end with their calls, at deadlines that come together`() async throws {
        try await withRuntime(instances: 32) { test in
            let function = try await test.deploy(KernelGuests.wat)
            await withTaskGroup(of: RuntimeError?.self) { group in
                for index in 0..<96 {
                    group.addTask {
                        let limit = UInt64(150 + index % 3)
                        return await test.runtime.call(test.request(function, "spin", milliseconds: limit)).failure
                    }
                }
                // A call may also have found no slot, or no time left for its launch.
                for await failure in group {
                    #expect(failure == nil || ["deadline_exceeded", "capacity_exhausted"].contains(failure?.code))
                }
            }
            #expect(test.metric("tensor_wasm_active_instances") == 0)
            #expect(test.metric("tensor_wasm_backpressure_permits_used") == 0)
            #expect(await test.runtime.call(test.request(function, "mark")).values == [.i32(0), .i32(0), .i32(42)])
        }
    }

    @Test func `a guest that leaves its kernel behind ends, and the slot is free again`() async throws {
        try await withRuntime(instances: 1) { test in
            let function = try await test.deploy(KernelGuests.wat)
            for _ in 0..<10 {
                #expect(await test.runtime.call(test.request(function, "leave")).values == [.i32(0)])
            }
        }
    }

    @Test func `device memory goes with the instance`() async throws {
        try await withRuntime { test in
            let function = try await test.deploy(KernelGuests.wat)
            guard case .i64(let handle)? = await test.runtime.call(test.request(function, "quick")).values?.first else {
                Issue.record("no answer")
                return
            }
            #expect(handle > 0)
            #expect(test.metric("tensor_wasm_gpu_memory_used_bytes") == 0)
            // No kernel was launched.
            #expect(test.metric(invocations("host", "ok")) == 1)
        }
    }

    @Test func `where devices are switched off a guest is told so`() async throws {
        try await withRuntime(hasDevice: false) { test in
            let function = try await test.deploy(KernelGuests.wat)
            let answer = await test.runtime.call(test.request(function, "mark"))
            #expect(answer.values == [.i32(-1), .i32(-1), .i32(0)])
            #expect(test.metric(invocations("host", "ok")) == 1)
        }
    }
}
