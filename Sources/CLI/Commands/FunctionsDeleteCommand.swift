import ArgumentParser

/// Removes a function.
struct FunctionsDeleteCommand: ConsoleCommand {
    static let configuration = CommandConfiguration(
        commandName: "delete", abstract: "Delete one function.",
        discussion: "A name that several functions have is refused: give the id of the one that is meant.")

    @Argument(help: "Id or name of the function.")
    var function: String

    @OptionGroup var server: ServerOptions
    @OptionGroup var output: OutputOptions

    var outputFormat: OutputFormat { output.output }

    func run(in console: Console) async throws {
        let id = try await ServerClient.with(server, in: console) { client in
            let id = try await client.uniqueID(of: FunctionReference(function))
            _ = try await client.send(ServerRequest(method: .delete, path: "/functions/\(id)", subject: .item))
            return id
        }
        switch output.output {
        case .json: console.output.print(JSONValue.object([("deleted", .string(id))]).text)
        case .text: console.output.print("deleted \(id)")
        }
    }
}
