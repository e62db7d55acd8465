import ArgumentParser

/// The server's metrics as they are scraped.
struct MetricsCommand: ConsoleCommand {
    static let configuration = CommandConfiguration(
        commandName: "metrics", abstract: "Print the server's metrics in the Prometheus text format.",
        discussion: "Where the operator has set a token for metrics, give that one.")

    @OptionGroup var server: ServerOptions

    func run(in console: Console) async throws {
        let text = try await ServerClient.with(server, in: console) { client in
            try await client.send(ServerRequest(path: "/metrics"))
        }
        console.output.print(String(decoding: text, as: UTF8.self))
    }
}
