import TestSupport
import Testing
import WasmEngine

@testable import Runtime

@Suite struct RuntimeCallTests {
    @Test func `a deployed function answers`() async throws {
        try await withRuntime { test in
            let function = try await test.deploy(Guests.add)
            let answer = await test.runtime.call(test.request(function, "add", [.number("2"), .number("40")]))
            #expect(answer.values == [.i32(42)])
            #expect(answer.timing.spawn > 0 && answer.timing.guest > 0)
            #expect(test.metric("tensor_wasm_active_instances") == 0)
            #expect(test.metric("tensor_wasm_instance_spawns_total") == 1)
        }
    }

    @Test func `an endless guest does not keep others from running`() async throws {
        try await withRuntime { test in
            let function = try await test.deploy(Guests.spin)
            let spinners = (0..<4).map { _ in
                Task { await test.runtime.call(test.request(function, "spin", milliseconds: 300)) }
            }
            for _ in 0..<20 {
                #expect(await test.runtime.call(test.request(function, "quick")).values == [.i32(1)])
            }
            for spinner in spinners { #expect(await spinner.value.failure == .deadlineExceeded) }
        }
    }

    @Test func `calls beyond the slots wait, and beyond the waiting room are refused`() async throws {
        try await withRuntime(instances: 1, waiting: 1) { test in
            let function = try await test.deploy(Guests.spin)
            #expect(await test.runtime.call(test.request(function, "quick")).values == [.i32(1)])
            let running = Task { await test.runtime.call(test.request(function, "spin")) }
            try await wait { test.metric("tensor_wasm_active_instances") > 0 }
            // Long enough to be seen waiting while other tests take the processors.
            async let waiting = test.runtime.call(test.request(function, "spin", milliseconds: 8_000))
            try await wait { test.metric("tensor_wasm_admission_queue_depth") > 0 }
            let refused = await test.runtime.call(test.request(function, "spin"))
            #expect(refused.failure?.code == "capacity_exhausted")
            #expect(await waiting.failure?.code == "capacity_exhausted")
            running.cancel()
            #expect(await running.value.failure == .cancelled)
            #expect(await test.runtime.call(test.request(function, "quick")).values == [.i32(1)])
            #expect(test.metric("tensor_wasm_admission_queue_depth") == 0)
        }
    }

    @Test func `a waiting call runs when a slot becomes free`() async throws {
        try await withRuntime(instances: 1, waiting: 64) { test in
            let function = try await test.deploy(Guests.spin)
            let first = Task { await test.runtime.call(test.request(function, "spin")) }
            try await wait { test.metric("tensor_wasm_active_instances") > 0 }
            try await withThrowingTaskGroup(of: Bool.self) { group in
                for _ in 0..<32 {
                    group.addTask { await test.runtime.call(test.request(function, "quick")).values == [.i32(1)] }
                }
                try await wait { test.metric("tensor_wasm_admission_queue_depth") >= 32 }
                first.cancel()
                for try await isRight in group { #expect(isRight) }
            }
            #expect(await first.value.failure == .cancelled)
        }
    }

    @Test func `cancelling a task ends its guest`() async throws {
        try await withRuntime { test in
            let function = try await test.deploy(Guests.spin)
            let call = Task { await test.runtime.call(test.request(function, "spin")) }
            try await wait { test.metric("tensor_wasm_active_instances") > 0 }
            call.cancel()
            #expect(await call.value.failure == .cancelled)
            let outcome = "tensor_wasm_invocations_total{tenant_id=\"0\",kind=\"host\",outcome=\"cancelled\"}"
            #expect(test.metric(outcome) == 1)
        }
    }

    @Test func `exports are chosen by name, then _start, then main`() async throws {
        try await withRuntime { test in
            let both = try await test.deploy(
                "(module (func (export \"main\") (result i32) (i32.const 1)) (func (export \"_start\")))")
            #expect(await test.runtime.call(test.request(both)).values == [])
            #expect(await test.runtime.call(test.request(both, "main")).values == [.i32(1)])
            let main = try await test.deploy("(module (func (export \"main\") (result i32) (i32.const 1)))")
            #expect(await test.runtime.call(test.request(main)).values == [.i32(1)])
            let none = try await test.deploy(Guests.add)
            #expect(await test.runtime.call(test.request(none)).failure?.code == "missing_export")
            let vector = try await test.deploy(
                "(module (func (export \"main\") (result v128) (v128.const i32x4 0 0 0 0)))")
            #expect(await test.runtime.call(test.request(vector)).failure?.code == "unsupported_return_type")
        }
    }
}
