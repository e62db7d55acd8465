import Storage
import Tenancy
import Testing
import WasmEngine

@testable import Runtime

private let second: UInt64 = 1_000_000_000

@Suite struct FirstSlicePolicyTests {
    private func job(_ function: FunctionID, _ tenant: UInt64) throws -> GuestJob {
        let engine = try Engine(EngineConfiguration(maximumInstances: 1, maximumMemoryBytes: 1 << 16))
        let binary = try ModuleFormat.binary(fromText: Array("(module (func (export \"f\")))".utf8))
        let template = try Linker(engine: engine).template(for: Module.compile(binary, engine: engine))
        let export = try #require(template.module.export(named: "f"))
        return GuestJob(
            invocation: Invocation(template: template, function: export, arguments: [], deadline: .max),
            function: function, tenant: TenantID(tenant)
        ) {}
    }

    @Test func `a function that outlasts its slices begins elsewhere, the others of its tenant as before`() throws {
        var policy = FirstSlicePolicy()
        let (endless, short) = (try job(FunctionID.random(), 1), try job(FunctionID.random(), 1))
        for _ in 0..<5 { policy.outlasted(endless, now: 0) }
        #expect(!policy.mayBegin(endless, now: 0) && policy.mayBegin(short, now: 0))
        #expect(policy.mayBegin(endless, now: 10 * second))
    }

    @Test func `a tenant of many such functions begins elsewhere with all of them, other tenants as before`() throws {
        var policy = FirstSlicePolicy()
        for _ in 0..<20 { policy.outlasted(try job(FunctionID.random(), 1), now: 0) }
        #expect(!policy.mayBegin(try job(FunctionID.random(), 1), now: 0))
        #expect(policy.mayBegin(try job(FunctionID.random(), 2), now: 0))
    }
}
