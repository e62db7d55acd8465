import ArgumentParser

/// Ends a live instance.
struct InstanceTerminateCommand: ConsoleCommand {
    static let configuration = CommandConfiguration(
        commandName: "terminate", abstract: "End the call that runs in an instance.",
        discussion: "Its client is told that the call was cancelled.")

    @Argument(help: "Id of the instance, as listed.")
    var instance: UInt64

    @OptionGroup var server: ServerOptions
    @OptionGroup var output: OutputOptions

    var outputFormat: OutputFormat { output.output }

    func run(in console: Console) async throws {
        _ = try await ServerClient.with(server, in: console) { client in
            try await client.send(ServerRequest(method: .delete, path: "/instances/\(instance)", subject: .item))
        }
        switch output.output {
        case .json: console.output.print(JSONValue.object([("terminated", .string("\(instance)"))]).text)
        case .text: console.output.print("terminated \(instance)")
        }
    }
}
