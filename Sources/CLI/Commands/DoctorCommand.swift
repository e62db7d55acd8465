import ArgumentParser
import Settings
import WasmEngine

/// Checks whether this machine can run a server.
struct DoctorCommand: ConsoleCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor", abstract: "Check this machine, its limits, the engine, the device and the storage.",
        discussion: """
            One line for each check: ok, warn or fail, what was found, and what to do. Fails when a check does. A \
            server is checked when --server or TENSOR_WASM_SERVER names one.
            """)

    @Option(
        help: ArgumentHelp("Configuration file of the server. Also TENSOR_WASM_CONFIG.", valueName: "file"),
        completion: .file())
    var config: String?

    @OptionGroup var server: ServerOptions
    @OptionGroup var output: OutputOptions

    var outputFormat: OutputFormat { output.output }

    func run(in console: Console) async throws {
        let results = await results(in: console)
        switch output.output {
        case .text: for result in results { console.output.print(result.line) }
        case .json:
            let isHealthy = !results.contains { $0.state == .fail }
            console.output.print(
                JSONValue.object([("ok", .boolean(isHealthy)), ("checks", .array(results.map(\.json)))]).text)
        }
        // The lines have said everything; only the status is missing.
        if results.contains(where: { $0.state == .fail }) { throw ExitCode.failure }
    }

    private func results(in console: Console) async -> [CheckResult] {
        var results: [CheckResult] = []
        let settings: Settings?
        do throws(SettingsError) {
            settings = try Settings.load(environment: console.environment, configurationFile: config)
            results.append(.ok("configuration", settings?.configurationFile ?? "no file"))
        } catch {
            settings = nil
            results.append(.fail("configuration", "\(error)", advice: "correct it; see `tensor-wasm config`"))
        }
        let machine = MachineChecks(
            facts: .read(), engine: EngineConfiguration(settings), connections: settings?.limits.connections ?? 0)
        results += machine.results
        results.append(EngineCheck.run(machine.engine, hasAddressSpace: machine.hasAddressSpace))
        if let settings {
            results.append(DeviceCheck.run(settings))
            results += await DataDirectoryChecks(path: settings.dataDirectory).results()
        }
        if server.isGiven(in: console.environment) { results.append(await ServerCheck.run(server, in: console)) }
        return results
    }
}

extension EngineConfiguration {
    /// As the server configures its engine; the defaults when the settings cannot be read.
    init(_ settings: Settings?) {
        self.init()
        guard let limits = settings?.limits else { return }
        maximumInstances = limits.instances
        maximumMemoryBytes = limits.memoryBytes
        maximumTableElements = limits.tableElements
        guestStackBytes = limits.guestStackBytes
    }
}
