import ArgumentParser
import CoreMetrics
import Gateway
import Logging
import Runtime
import Settings
import Storage
import Telemetry

/// The server.
struct ServeCommand: ConsoleCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Serve functions over HTTP.",
        discussion: """
            Every option is also an environment variable and a key of the configuration file; an option wins over the \
            variable, the variable over the file. See docs/CONFIG.md, and `tensor-wasm config` for the values in force.
            """)

    @Option(help: ArgumentHelp("Address to listen on. (default: 127.0.0.1:8080)", valueName: "host:port"))
    var addr: String?

    @Option(
        help: ArgumentHelp("Directory of the functions and compiled code.", valueName: "directory"),
        completion: .directory)
    var dataDir: String?

    @Option(
        help: ArgumentHelp(
            "Deploy every .wasm and .wat file of this directory that is not deployed yet.", valueName: "directory"),
        completion: .directory)
    var preload: String?

    @Option(
        help: ArgumentHelp(
            "Configuration file. Also TENSOR_WASM_CONFIG. (default: tensor-wasm.yaml, if it exists)", valueName: "file"),
        completion: .file())
    var config: String?

    @Option(
        help: ArgumentHelp(
            "Whether calls must name their tenant: optional or required. (default: optional)", valueName: "policy"))
    var tenantHeaderPolicy: TenantHeaderPolicy?

    @Flag(help: "Allow an address that other machines reach, although nothing encrypts or authenticates.")
    var allowPlaintextPublic = false

    @Flag(help: "Check the settings, the data directory and the engine, and end without serving.")
    var checkOnly = false

    var outputFormat: OutputFormat { .text }

    func run(in console: Console) async throws {
        ReloadSignal.ignoreUntilServing()
        let settings = try Settings.load(
            flags: flags, environment: console.environment, configurationFile: config)
        try settings.validateExposure()
        LoggingSystem.bootstrap(LogDestination.factory(settings))
        let logger = Logger(label: "tensor-wasm")
        let files = CredentialFiles(settings: settings.api)
        let (credentials, notes) = try await files.read()
        for warning in settings.warnings + notes { logger.warning("\(warning)") }

        let tls = try tlsContext(settings)
        let registry = MetricsRegistry()
        let server: ServerAssembly
        do {
            server = try ServerAssembly(
                settings: settings, credentials: credentials, registry: registry, logger: logger)
        } catch let error as StorageError {
            let reason = error.underlying.map { "\(error.message) (\($0))" } ?? error.message
            throw CommandError(.failure, kind: error.code.rawValue, "\(settings.dataDirectory): \(reason)")
        } catch let error as RuntimeError {
            throw CommandError(.failure, kind: error.code, "\(error)")
        } catch let error as TelemetryError {
            throw CommandError.badInput("TENSOR_WASM_API_AUDIT_LOG: \(error)")
        }
        if checkOnly {
            try await server.close()
            return console.output.print("ok")
        }
        for warning in settings.exposureWarnings { logger.warning("\(warning)") }
        // Libraries' own metrics appear on the same page, after ours have taken their names.
        MetricsSystem.bootstrap(RegistryMetricsFactory(registry: registry))
        logger.info(
            "kernels", metadata: ["device": "\(server.runtime.configuration.compute?.attributes?.name ?? "off")"])
        let reload = Reload(server: server, files: files, tls: tls, logger: logger)
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { await ReloadSignal.whenReceived { await reload.run() } }
            defer { tasks.cancelAll() }
            try await serve(server, tls, settings, logger, console)
        }
        logger.info("stopped")
    }

    private func serve(
        _ server: ServerAssembly, _ tls: TLSContextBox?, _ settings: Settings, _ logger: Logger, _ console: Console
    ) async throws {
        try await server.runtime.countFunctions()
        try await server.jobs.start()
        do {
            try await GatewayServer(gateway: server.gateway, tls: tls).run { port in
                if let directory = settings.preloadDirectory {
                    await Preload(runtime: server.runtime, logger: logger).deploy(from: directory)
                }
                server.gateway.setReady()
                let host = settings.listenAddress.host
                let shownHost = host.contains(":") ? "[\(host)]" : host
                console.output.print(
                    "tensor-wasm \(TensorWasmVersion.current) listens on \(tls == nil ? "http" : "https")://\(shownHost):\(port)"
                )
            }
        } catch {
            try? await server.close()
            throw CommandError(.failure, kind: "cannot_listen", "cannot serve on \(settings.listenAddress): \(error)")
        }
        try await server.close()
    }

    private func tlsContext(_ settings: Settings) throws(CommandError) -> TLSContextBox? {
        guard let files = TLSFiles(settings.tls) else { return nil }
        do throws(TLSFault) { return try TLSContextBox(files) } catch { throw CommandError.badInput("\(error)") }
    }

    private var flags: [String: String] {
        var flags: [String: String] = [:]
        flags["addr"] = addr
        flags["data-dir"] = dataDir
        flags["preload"] = preload
        flags["require-tenant"] = tenantHeaderPolicy.map { String($0 == .required) }
        if allowPlaintextPublic { flags["allow-plaintext-public"] = "true" }
        return flags
    }
}
