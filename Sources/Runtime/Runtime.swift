import GuestInterface
import Storage
import Synchronization
import Telemetry
import WasmEngine

/// The life of functions and their calls: deploy, load, admit, run, answer.
///
/// One runtime serves a process. Every call runs in an instance of its own, which nothing outlives.
public final class Runtime: Sendable {
    /// The limits it was made with.
    public let configuration: RuntimeConfiguration
    /// The engine that all its instances live in.
    public let engine: Engine
    let storage: Storage
    let metrics: TensorWasmMetrics
    let modules: ModuleStore
    let functions: FunctionCache
    let admission: Admission
    let scheduler: GuestScheduler
    let compiler: CompileQueue
    private let nextCall = Atomic<UInt64>(1)

    /// - Throws: ``RuntimeError/module(_:)`` when the engine cannot be made.
    public init(
        _ configuration: RuntimeConfiguration, storage: Storage, metrics: TensorWasmMetrics
    ) throws(RuntimeError) {
        let (engine, linker) = try RuntimeError.fromEngine { () throws(EngineError) in
            let engine = try Engine(configuration.engine)
            let linker = Linker(engine: engine)
            try GuestInterface.define(in: linker)
            return (engine, linker)
        }
        self.configuration = configuration
        self.engine = engine
        self.storage = storage
        self.metrics = metrics
        compiler = CompileQueue(threads: configuration.compileThreads, limit: configuration.compileQueue)
        modules = ModuleStore(
            engine: engine, linker: linker, storage: storage, compiler: compiler, metrics: metrics)
        functions = FunctionCache(limit: configuration.loadedFunctions)
        admission = Admission(
            slots: configuration.engine.maximumInstances, waitingLimit: configuration.waitingCalls,
            depth: metrics.admissionQueueDepth)
        scheduler = GuestScheduler(threads: configuration.guestThreads)
    }

    /// Ends the threads of the runtime and of its device. Calls still running end as cancelled or not at all; call it when none are left.
    public func shutDown() {
        scheduler.stop()
        compiler.stop()
        configuration.compute?.shutDown()
    }

    func makeCallID() -> UInt64 { nextCall.add(1, ordering: .relaxed).oldValue }
}
