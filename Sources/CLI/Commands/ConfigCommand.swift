import ArgumentParser
import Settings

/// The settings a server started here would have.
struct ConfigCommand: ConsoleCommand {
    static let configuration = CommandConfiguration(
        commandName: "config", abstract: "Print the settings in force and where each comes from.",
        discussion: "Values of secrets are masked. A setting that would stop the server's start is an error.")

    @Option(
        help: ArgumentHelp(
            "Configuration file. Also TENSOR_WASM_CONFIG. (default: tensor-wasm.yaml, if any)", valueName: "file"),
        completion: .file())
    var config: String?

    @OptionGroup var output: OutputOptions

    var outputFormat: OutputFormat { output.output }

    func run(in console: Console) async throws {
        let settings = try Settings.load(environment: console.environment, configurationFile: config)
        for warning in settings.warnings { console.warn(warning) }
        switch output.output {
        case .text: console.output.print(table(settings))
        case .json: console.output.print(json(settings).text)
        }
    }

    private func table(_ settings: Settings) -> String {
        var table = TextTable(["KEY", "VALUE", "ORIGIN", "VARIABLE"])
        for entry in settings.entries {
            table.append([entry.key, entry.shownValue, entry.origin.title, entry.variable])
        }
        return table.text
    }

    private func json(_ settings: Settings) -> JSONValue {
        let entries = settings.entries.map { entry in
            JSONValue.object([
                ("key", .string(entry.key)), ("variable", .string(entry.variable)),
                ("value", .string(entry.shownValue)), ("origin", .string(entry.origin.rawValue)),
                ("default", .string(entry.defaultText)), ("unit", .string(entry.unit)),
            ])
        }
        return .object([
            ("configuration_file", settings.configurationFile.map { .string($0) } ?? .null),
            ("settings", .array(entries)),
            ("warnings", .array(settings.warnings.map { .string($0) })),
        ])
    }
}
