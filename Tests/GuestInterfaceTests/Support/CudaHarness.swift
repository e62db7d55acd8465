import Compute
import Dispatch
import Synchronization
import Testing
import WasmEngine

@testable import GuestInterface

/// Runs guests against a device of the test's choice.
struct CudaHarness {
    let engine: Engine
    let linker: Linker
    let service: ComputeService
    let observer = CountingObserver()

    init(
        _ device: (any Device)?, limits: ComputeLimits = ComputeLimits(), instances: Int = 8
    ) throws {
        engine = try Engine(EngineConfiguration(maximumInstances: instances, maximumMemoryBytes: 32 << 20))
        linker = Linker(engine: engine)
        try GuestInterface.define(in: linker)
        // The tests' texts are few: each is its own digest.
        service = ComputeService(device: device, limits: limits, digest: { $0 }, observer: observer)
    }

    func template(_ guest: CudaGuest) throws -> InstanceTemplate {
        let module = try Module.compile(ModuleFormat.binary(fromText: Array(guest.wat.utf8)), engine: engine)
        return try linker.template(for: module)
    }

    func invocation(
        _ template: InstanceTemplate, milliseconds: UInt64 = 20_000, output: OutputCapture? = nil,
        hasSession: Bool = true
    ) throws -> Invocation {
        let deadline = EpochTicker.now() + milliseconds * 1_000_000
        let session =
            hasSession ? CudaSession(service: service, tenant: 1, deadline: deadline, output: output) : nil
        return Invocation(
            template: template, function: try #require(template.module.export(named: "run")), arguments: [],
            deadline: deadline, streams: GuestStreams(output: output), attachment: session)
    }

    /// The guest's results, and what it wrote.
    func run(
        _ guest: CudaGuest, milliseconds: UInt64 = 20_000, hasSession: Bool = true
    ) throws -> (result: Result<[Value], GuestFailure>?, output: String) {
        let output = OutputCapture(limit: 1 << 20)
        let call = try invocation(
            template(guest), milliseconds: milliseconds, output: output, hasSession: hasSession)
        finish(call)
        return (call.outcome, String(decoding: output.captured.bytes, as: UTF8.self))
    }
}

/// Polls on the calling thread until the end.
func finish(_ call: Invocation) {
    while true {
        switch call.poll() {
        case .finished: return
        case .preempted: continue
        case .waiting:
            let woken = DispatchSemaphore(value: 0)
            call.ticker.schedule(at: call.deadline) { [weak call] in call?.wake() }
            call.park { woken.signal() }
            woken.wait()
        }
    }
}

/// Counts what the device reports.
final class CountingObserver: ComputeObserver {
    private let counts = Mutex((launches: 0, memory: 0, hits: 0, prepared: 0))

    var launches: Int { counts.withLock(\.launches) }
    var memory: Int { counts.withLock(\.memory) }
    var hits: Int { counts.withLock(\.hits) }
    var prepared: Int { counts.withLock(\.prepared) }

    func launchEnded(_ record: LaunchRecord) { counts.withLock { $0.launches += 1 } }
    func permitsChanged(used: Int, available: Int) {}
    func deviceMemoryChanged(tenant: UInt64, by bytes: Int) { counts.withLock { $0.memory += bytes } }
    func kernelCacheHit() { counts.withLock { $0.hits += 1 } }
    func kernelPrepared(nanoseconds: UInt64) { counts.withLock { $0.prepared += 1 } }
}
