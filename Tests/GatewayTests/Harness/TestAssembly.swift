import Compute
import Gateway
import Runtime
import Settings
import Storage
import Telemetry
import Tenancy
import WasmEngine

/// The rooms of a server, tied together as the program does it.
struct TestAssembly {
    let storage: Storage
    let runtime: Runtime
    let jobs: JobRunner
    let auditLog: AuditLog?
    let gateway: Gateway
    let log = LogCollector()

    init(_ variables: [String: String], directory: String) throws {
        var environment = [
            "TENSOR_WASM_LISTEN_ADDR": "127.0.0.1:0", "TENSOR_WASM_DATA_DIR": directory,
            "TENSOR_WASM_LIMIT_INSTANCES": "8", "TENSOR_WASM_LIMIT_MEMORY_BYTES": "16MiB",
        ]
        for (name, value) in variables { environment["TENSOR_WASM_" + name] = value }
        let settings = try Settings.load(environment: environment)
        let registry = MetricsRegistry()
        let metrics = TensorWasmMetrics(
            registry: registry, routes: Gateway.routeTemplates,
            buildInfo: BuildInfo(
                version: "0", gitSHA: "0", swiftVersion: "0", wasmtimeVersion: "0", profile: "test", target: "test"),
            exposing: Gateway.exposedSeries)
        ProcessMetrics.register(in: registry)
        storage = try Storage(directory: settings.dataDirectory)
        var configuration = RuntimeConfiguration(settings)
        var computeLimits = ComputeLimits()
        computeLimits.permits = settings.dispatchPermits
        computeLimits.deviceMemoryBytes = settings.limits.deviceMemoryBytesPerTenant
        computeLimits.deviceMemoryBytesPerTenant = settings.limits.deviceMemoryBytesPerTenant
        configuration.compute = ComputeService(
            device: settings.device == .off ? nil : CPUDevice(threads: settings.kernelThreads ?? 2),
            limits: computeLimits, digest: { Array(Digest(of: $0).hex.utf8) }, observer: KernelObserver(metrics))
        runtime = try Runtime(configuration, storage: storage, metrics: metrics)
        var jobLimits = JobLimits()
        jobLimits.outstanding = settings.limits.jobs
        jobLimits.outstandingPerTenant = settings.limits.jobsPerTenant
        jobLimits.running = settings.limits.runningJobs
        jobs = JobRunner(runtime: runtime, storage: storage, codec: .json, limits: jobLimits, metrics: metrics)
        if case .file(let path) = settings.api.auditLog {
            auditLog = try AuditLog(destination: .file(path: path), metrics: metrics.audit) { _ in }
        } else {
            auditLog = nil
        }
        gateway = Gateway(
            runtime: runtime, storage: storage, jobs: jobs, metrics: metrics, registry: registry, settings: settings,
            credentials: try settings.api.tokens.map { try Self.credentials(tokens: $0.text) } ?? .none,
            auditLog: auditLog, logger: log.logger)
    }

    /// What a server with these tokens accepts.
    static func credentials(tokens: String) throws -> Credentials {
        .accepting(try TokenTable.parse(list: tokens), webTokens: nil)
    }

    /// Ends the threads and closes the files; nothing is being served any more.
    func close() async throws {
        await jobs.stop()
        runtime.shutDown()
        try await storage.close()
        await auditLog?.close()
    }
}

extension RuntimeConfiguration {
    fileprivate init(_ settings: Settings) {
        self.init()
        let limits = settings.limits
        engine = EngineConfiguration(
            maximumInstances: limits.instances, maximumMemoryBytes: limits.memoryBytes,
            maximumTableElements: limits.tableElements, guestStackBytes: limits.guestStackBytes)
        deadlineNanoseconds = UInt64(limits.deadline / .nanoseconds(1))
        waitingCalls = limits.waiting
        moduleBytes = limits.moduleBytes
        compileQueue = limits.compileQueue
        loadedFunctions = limits.loadedModules
        instancesPerTenant = limits.instancesPerTenant
        cpuMemoryBytesPerTenant = limits.memoryBytesPerTenant
        tenantWeights = settings.tenantWeights.weights
        outputBytes = FixedLimits.capturedOutputBytes.value
    }
}
