import CBuildInfo
import Compute
import Gateway
import Glibc
import Logging
import Runtime
import Settings
import Storage
import Telemetry
import Threads
import WasmEngine

/// Builds the rooms of a server from its settings and ties them together.
struct ServerAssembly {
    let storage: Storage
    let runtime: Runtime
    let jobs: JobRunner
    let auditLog: AuditLog?
    let gateway: Gateway

    /// - Throws: ``StorageError``, ``RuntimeError`` or ``CommandError`` when the data directory, the engine or the device
    ///   cannot be used.
    init(settings: Settings, credentials: Credentials, registry: MetricsRegistry, logger: Logger) throws {
        let metrics = TensorWasmMetrics(
            registry: registry, routes: Gateway.routeTemplates, buildInfo: BuildInfo.current,
            exposing: Gateway.exposedSeries)
        ProcessMetrics.register(in: registry)
        let compute = try ComputeService(settings, observer: KernelObserver(metrics))
        storage = try Storage(directory: settings.dataDirectory)
        var configuration = RuntimeConfiguration(settings)
        configuration.compute = compute
        runtime = try Runtime(configuration, storage: storage, metrics: metrics)
        jobs = JobRunner(
            runtime: runtime, storage: storage, codec: .json, limits: JobLimits(settings.limits), metrics: metrics)
        auditLog = try Self.auditLog(settings, metrics, logger)
        gateway = Gateway(
            runtime: runtime, storage: storage, jobs: jobs, metrics: metrics, registry: registry, settings: settings,
            credentials: credentials, auditLog: auditLog, logger: logger)
    }

    /// Ends the threads and closes the files. Once, when nothing is being served any more.
    func close() async throws {
        // First, so that jobs in progress go back to those that wait while there is still a storage to tell.
        await jobs.stop()
        runtime.shutDown()
        try await storage.close()
        await auditLog?.close()
    }

    private static func auditLog(
        _ settings: Settings, _ metrics: TensorWasmMetrics, _ logger: Logger
    ) throws(TelemetryError) -> AuditLog? {
        let destination: AuditDestination
        switch settings.api.auditLog {
        case .none: return nil
        case .standardOutput: destination = .standardOutput
        case .file(let path): destination = .file(path: path)
        }
        return try AuditLog(
            destination: destination, metrics: metrics.audit, synchronizes: settings.api.auditIsStrict
        ) { report in
            logger.warning("\(report)")
        }
    }
}

extension JobLimits {
    init(_ limits: Settings.Limits) {
        self.init()
        outstanding = limits.jobs
        outstandingPerTenant = limits.jobsPerTenant
        running = limits.runningJobs
        attempts = FixedLimits.jobAttempts.value
        retention = limits.jobRetention
        keyRetention = .seconds(FixedLimits.idempotencyHours.value * 3_600)
    }
}

extension RuntimeConfiguration {
    init(_ settings: Settings) {
        self.init()
        let limits = settings.limits
        engine = EngineConfiguration(
            maximumInstances: limits.instances, maximumMemoryBytes: limits.memoryBytes,
            maximumTableElements: limits.tableElements, guestStackBytes: limits.guestStackBytes,
            timeSliceTicks: max(limits.timeSlice.nanoseconds / EpochTicker.tickNanoseconds, 1))
        deadlineNanoseconds = limits.deadline.nanoseconds
        waitingCalls = limits.waiting
        moduleBytes = limits.moduleBytes
        compileThreads = settings.compileThreads
        compileQueue = limits.compileQueue
        loadedFunctions = limits.loadedModules
        outputBytes = FixedLimits.capturedOutputBytes.value
        guestThreads = AvailableProcessors.count
        instancesPerTenant = limits.instancesPerTenant
        cpuMemoryBytesPerTenant = limits.memoryBytesPerTenant
        tenantWeights = settings.tenantWeights.weights
    }
}

extension BuildInfo {
    /// What this binary was built from.
    static var current: BuildInfo {
        #if DEBUG
            let profile = "debug"
        #else
            let profile = "release"
        #endif
        return BuildInfo(
            version: TensorWasmVersion.current, gitSHA: String(cString: tw_git_commit()), swiftVersion: swiftVersion,
            wasmtimeVersion: Engine.wasmtimeVersion, profile: profile, target: "x86_64-unknown-linux-gnu")
    }

    private static var swiftVersion: String {
        #if compiler(>=6.4)
            "6.4"
        #elseif compiler(>=6.3)
            "6.3"
        #else
            "6.2"
        #endif
    }
}

extension Duration {
    /// Whole nanoseconds; settings are never negative and bounded far below the range.
    fileprivate var nanoseconds: UInt64 {
        let (seconds, attoseconds) = components
        return UInt64(seconds) * 1_000_000_000 + UInt64(attoseconds) / 1_000_000_000
    }
}
