import Testing
import WasmEngine

@testable import Runtime

@Suite struct GuestJobTests {
    private func makeJob() throws -> GuestJob {
        let engine = try Engine(EngineConfiguration(maximumInstances: 1, maximumMemoryBytes: 1 << 16))
        let binary = try ModuleFormat.binary(fromText: Array("(module (func (export \"f\")))".utf8))
        let template = try Linker(engine: engine).template(for: Module.compile(binary, engine: engine))
        let function = try #require(template.module.export(named: "f"))
        return GuestJob(
            invocation: Invocation(template: template, function: function, arguments: [], deadline: .max)
        ) {}
    }

    @Test func `one thread at a time has a job`() throws {
        let job = try makeJob()
        #expect(job.claim())
        #expect(!job.claim())
        _ = job.giveBack()
        #expect(job.claim())
    }

    @Test func `who wanted a job while another had it is not forgotten`() throws {
        let job = try makeJob()
        #expect(job.claim())
        #expect(!job.claim())
        #expect(!job.claim())
        #expect(job.giveBack())
        #expect(job.claim())
        #expect(!job.giveBack())
    }
}
