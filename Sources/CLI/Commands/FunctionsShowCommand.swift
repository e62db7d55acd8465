import ArgumentParser

/// Everything known of one function.
struct FunctionsShowCommand: ConsoleCommand {
    static let configuration = CommandConfiguration(commandName: "show", abstract: "Show one function.")

    @Argument(help: "Id or name of the function; of several with the same name the newest.")
    var function: String

    @OptionGroup var server: ServerOptions
    @OptionGroup var output: OutputOptions

    var outputFormat: OutputFormat { output.output }

    func run(in console: Console) async throws {
        let record = try await ServerClient.with(server, in: console) { client in
            try await client.function(client.id(of: FunctionReference(function)))
        }
        switch output.output {
        case .json: console.output.print(record.text)
        case .text: console.output.print(lines(record))
        }
    }

    private func lines(_ record: JSONValue) -> String {
        guard case .members(let members) = record else { return record.text }
        let width = (members.map(\.name.count).max() ?? 0) + 2
        return members.map { member in
            let padding = String(repeating: " ", count: width - member.name.count)
            let exports = member.value.array?.map(signature).joined(separator: ", ")
            return member.name + padding + (member.value.string ?? exports ?? member.value.text)
        }.joined(separator: "\n")
    }

    /// One export as `name(i32, i32) -> (i32)`.
    private func signature(_ export: JSONValue) -> String {
        func list(_ name: String) -> String {
            "(" + (export[name]?.array?.compactMap(\.string) ?? []).joined(separator: ", ") + ")"
        }
        return (export["name"]?.string ?? "") + list("parameters") + " -> " + list("results")
    }
}
