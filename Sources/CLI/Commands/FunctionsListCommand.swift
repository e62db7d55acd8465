import ArgumentParser

/// A table of functions.
struct FunctionsListCommand: ConsoleCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List functions.")

    @Option(help: ArgumentHelp("Only functions with exactly this name.", valueName: "name"))
    var name: String?

    @Option(help: ArgumentHelp("At most this many functions.", valueName: "count"))
    var limit = ClientLimits.listedFunctions

    @OptionGroup var server: ServerOptions
    @OptionGroup var output: OutputOptions

    var outputFormat: OutputFormat { output.output }

    func validate() throws {
        guard (1...ClientLimits.listedFunctions).contains(limit) else {
            throw ValidationError("--limit must be between 1 and \(ClientLimits.listedFunctions).")
        }
    }

    func run(in console: Console) async throws {
        let functions = try await ServerClient.with(server, in: console) { client in
            try await client.functions(named: name, limit: limit)
        }
        switch output.output {
        case .json: console.output.print(JSONValue.object([("functions", .array(functions))]).text)
        case .text: console.output.print(table(functions))
        }
    }

    private func table(_ functions: [JSONValue]) -> String {
        var table = TextTable(["ID", "NAME", "BYTES", "EXPORTS"])
        for function in functions {
            let exports = function["exports"]?.array?.compactMap { $0["name"]?.string } ?? []
            table.append([
                function["id"]?.string ?? "?", function["name"]?.string ?? "?", function["size_bytes"]?.number ?? "?",
                exports.joined(separator: " "),
            ])
        }
        return table.text
    }
}
