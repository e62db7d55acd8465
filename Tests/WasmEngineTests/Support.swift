import Dispatch
import Synchronization
import Testing

@testable import WasmEngine

/// An engine with few slots, so that tests start quickly.
func makeEngine(instances: Int = 32, memory: Int = 16 << 20) throws -> Engine {
    try Engine(EngineConfiguration(maximumInstances: instances, maximumMemoryBytes: memory))
}

func template(
    _ text: String, engine: Engine, linker: Linker? = nil
) throws -> InstanceTemplate {
    let module = try Module.compile(ModuleFormat.binary(fromText: Array(text.utf8)), engine: engine)
    return try (linker ?? Linker(engine: engine)).template(for: module)
}

func invocation(
    _ template: InstanceTemplate, _ name: String, _ arguments: [Value] = [], milliseconds: UInt64 = 20_000,
    streams: GuestStreams = GuestStreams()
) throws -> Invocation {
    Invocation(
        template: template, function: try #require(template.module.export(named: name)), arguments: arguments,
        deadline: EpochTicker.now() + milliseconds * 1_000_000, streams: streams)
}

/// Polls on the calling thread until the end.
@discardableResult
func run(_ invocation: Invocation) -> Result<[Value], GuestFailure>? {
    while true {
        switch invocation.poll() {
        case .finished: return invocation.outcome
        case .preempted: continue
        case .waiting:
            let woken = DispatchSemaphore(value: 0)
            invocation.park { woken.signal() }
            woken.wait()
        }
    }
}
