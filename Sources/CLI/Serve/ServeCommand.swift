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

    @Flag(help: "Allow an address that other machines reach, although nothing encrypts or authenticates.")
    var allowPlaintextPublic = false

    @Flag(help: "Check the settings, the data directory and the engine, and end without serving.")
    var checkOnly = false

    var outputFormat: OutputFormat { .text }

    func run(in console: Console) async throws {
        let settings = try Settings.load(
            flags: flags, environment: console.environment, configurationFile: config)
        try settings.validateExposure()
        LoggingSystem.bootstrap(LogDestination.factory(settings))
        let logger = Logger(label: "tensor-wasm")
        for warning in settings.warnings { logger.warning("\(warning)") }

        let registry = MetricsRegistry()
        let server: ServerAssembly
        do {
            server = try ServerAssembly(settings: settings, registry: registry, logger: logger)
        } catch let error as StorageError {
            let reason = error.underlying.map { "\(error.message) (\($0))" } ?? error.message
            throw CommandError(.failure, kind: error.code.rawValue, "\(settings.dataDirectory): \(reason)")
        } catch let error as RuntimeError {
            throw CommandError(.failure, kind: error.code, "\(error)")
        }
        if checkOnly {
            try await server.close()
            return console.output.print("ok")
        }
        // Libraries' own metrics appear on the same page, after ours have taken their names.
        MetricsSystem.bootstrap(RegistryMetricsFactory(registry: registry))
        logger.info(
            "kernels", metadata: ["device": "\(server.runtime.configuration.compute?.attributes?.name ?? "off")"])
        logger.warning("no tokens are configured: whoever reaches this address may deploy and call functions")
        try await serve(server, settings, logger, console)
        logger.info("stopped")
    }

    private func serve(
        _ server: ServerAssembly, _ settings: Settings, _ logger: Logger, _ console: Console
    ) async throws {
        try await server.runtime.countFunctions()
        do {
            try await GatewayServer(gateway: server.gateway).run { port in
                if let directory = settings.preloadDirectory {
                    await Preload(runtime: server.runtime, logger: logger).deploy(from: directory)
                }
                server.gateway.setReady()
                let host = settings.listenAddress.host
                let shownHost = host.contains(":") ? "[\(host)]" : host
                console.output.print("tensor-wasm \(TensorWasmVersion.current) listens on http://\(shownHost):\(port)")
            }
        } catch {
            try? await server.close()
            throw CommandError(.failure, kind: "cannot_listen", "cannot serve on \(settings.listenAddress): \(error)")
        }
        try await server.close()
    }

    private var flags: [String: String] {
        var flags: [String: String] = [:]
        flags["addr"] = addr
        flags["data-dir"] = dataDir
        flags["preload"] = preload
        if allowPlaintextPublic { flags["allow-plaintext-public"] = "true" }
        return flags
    }
}

extension ServerAssembly {
    /// Ends the threads and closes the files. Once, when nothing is being served any more.
    func close() async throws {
        runtime.shutDown()
        try await storage.close()
    }
}
