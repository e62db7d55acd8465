import GuestInterface
import Storage
import Synchronization
import Telemetry
import Tenancy
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
    let admission: TenantRegistry<Call>
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
        admission = TenantRegistry(
            limits: AdmissionLimits(
                slots: configuration.engine.maximumInstances, waiting: configuration.waitingCalls,
                instancesPerTenant: configuration.instancesPerTenant,
                memoryBytesPerTenant: configuration.cpuMemoryBytesPerTenant),
            weights: Dictionary(uniqueKeysWithValues: configuration.tenantWeights.map { (TenantID($0.key), $0.value) }),
            waitingChanged: { [depth = metrics.admissionQueueDepth] in depth.set(Int64($0)) })
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
