import ArgumentParser

/// The server's metrics as they are scraped.
struct MetricsCommand: ConsoleCommand {
    static let configuration = CommandConfiguration(
        commandName: "metrics", abstract: "Print the server's metrics in the Prometheus text format.",
        discussion: "Where the operator has set a token for metrics, give that one.")

    @OptionGroup var server: ServerOptions
    @OptionGroup var output: OutputOptions

    var outputFormat: OutputFormat { output.output }

    func run(in console: Console) async throws {
        let body = try await ServerClient.with(server, in: console) { client in
            try await client.send(ServerRequest(path: "/metrics"))
        }
        let text = String(decoding: body, as: UTF8.self)
        switch output.output {
        case .text: console.output.print(text)
        case .json: console.output.print(JSONValue.object([("metrics", .string(text))]).text)
        }
    }
}
