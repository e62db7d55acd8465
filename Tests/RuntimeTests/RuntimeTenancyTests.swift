import Tenancy
import TestSupport
import Testing
import WasmEngine

@testable import Runtime

private let (greedy, quiet) = (TenantID(1), TenantID(2))

@Suite struct RuntimeTenancyTests {
    private func twoInstances(_ configuration: inout RuntimeConfiguration) { configuration.instancesPerTenant = 2 }

    private func threePages(_ configuration: inout RuntimeConfiguration) {
        configuration.cpuMemoryBytesPerTenant = 3 << 16
    }

    private func untilRunning(_ count: Int, in test: TestRuntime) async throws {
        try await wait { test.runtime.liveInstances(tenant: nil).count(where: { $0.state == .running }) >= count }
    }

    @Test func `a tenant at its limit of instances is refused, and another one is served`() async throws {
        try await withRuntime(configure: twoInstances) { test in
            let spin = try await test.deploy(Guests.spin, tenant: greedy)
            let add = try await test.deploy(Guests.add, tenant: quiet)
            let running = (0..<2).map { _ in Task { await test.runtime.call(test.request(spin, "spin")) } }
            try await untilRunning(2, in: test)
            let refused = await test.runtime.call(test.request(spin, "quick"))
            #expect(refused.failure?.code == "tenant_capacity_exhausted")
            let sum = await test.runtime.call(test.request(add, "add", [.number("1"), .number("2")]))
            #expect(sum.values == [.i32(3)])
            for task in running { task.cancel() }
            for task in running { #expect(await task.value.failure == .cancelled) }
            #expect(await test.runtime.call(test.request(spin, "quick")).values == [.i32(1)])
        }
    }

    @Test func `what a module declares of memory is reserved while it runs, and given back however it ends`()
        async throws
    {
        try await withRuntime(configure: threePages) { test in
            let text = """
                (module (memory (export "memory") 1 2) (func (export "spin") (loop $l (br $l)))
                  (func (export "quick") (result i32) (i32.const 1)) (func (export "trap") unreachable))
                """
            let function = try await test.deploy(text, tenant: greedy)
            let gauge = "tensor_wasm_cpu_memory_bytes_per_tenant{tenant_id=\"1\"}"
            for _ in 0..<20 {
                #expect(await test.runtime.call(test.request(function, "trap")).failure?.code == "trap")
            }
            let running = Task { await test.runtime.call(test.request(function, "spin")) }
            try await untilRunning(1, in: test)
            #expect(test.runtime.liveInstances(tenant: greedy).map(\.memoryBytes) == [2 << 16])
            #expect(test.metric(gauge) == Double(2 << 16))
            let refused = await test.runtime.call(test.request(function, "quick"))
            #expect(refused.failure?.code == "tenant_capacity_exhausted")
            running.cancel()
            #expect(await running.value.failure == .cancelled)
            #expect(await test.runtime.call(test.request(function, "quick")).values == [.i32(1)])
            #expect(test.metric(gauge) == 0)
        }
    }

    @Test func `live instances are listed and ended by their numbers, those of the own tenant only`() async throws {
        try await withRuntime(instances: 1) { test in
            let function = try await test.deploy(Guests.spin, tenant: greedy)
            let running = Task { await test.runtime.call(test.request(function, "spin")) }
            try await untilRunning(1, in: test)
            let waiting = Task { await test.runtime.call(test.request(function, "quick")) }
            try await wait { test.runtime.liveInstances(tenant: greedy).count >= 2 }
            let instances = test.runtime.liveInstances(tenant: greedy)
            #expect(instances.map(\.state) == [.running, .waiting])
            #expect(instances.map(\.export) == ["spin", "quick"])
            #expect(instances.allSatisfy { $0.function == function.id && $0.tenant == greedy })
            #expect(test.runtime.liveInstances(tenant: quiet).isEmpty)
            #expect(!test.runtime.terminate(instance: instances[1].id, tenant: quiet))
            #expect(test.runtime.terminate(instance: instances[1].id, tenant: greedy))
            #expect(await waiting.value.failure == .cancelled)
            #expect(test.runtime.terminate(instance: instances[0].id, tenant: nil))
            #expect(await running.value.failure == .cancelled)
            #expect(!test.runtime.terminate(instance: instances[0].id, tenant: nil))
            #expect(test.runtime.liveInstances(tenant: nil).isEmpty)
        }
    }

    @Test func `a full waiting room makes room for a tenant that has less of it`() async throws {
        try await withRuntime(instances: 1, waiting: 3) { test in
            let spin = try await test.deploy(Guests.spin, tenant: greedy)
            let add = try await test.deploy(Guests.add, tenant: quiet)
            let running = Task { await test.runtime.call(test.request(spin, "spin")) }
            try await untilRunning(1, in: test)
            let waiting = (0..<3).map { _ in Task { await test.runtime.call(test.request(spin, "quick")) } }
            try await wait { test.metric("tensor_wasm_admission_queue_depth") >= 3 }
            async let sum = test.runtime.call(test.request(add, "add", [.number("1"), .number("2")]))
            try await wait { !test.runtime.liveInstances(tenant: quiet).isEmpty }
            running.cancel()
            #expect(await sum.values == [.i32(3)])
            var refusals = 0
            for task in waiting {
                let answer = await task.value
                if answer.failure?.code == "tenant_capacity_exhausted" { refusals += 1 }
            }
            #expect(refusals == 1)
            #expect(await running.value.failure == .cancelled)
        }
    }
}
