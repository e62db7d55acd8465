import ArgumentParser

/// Ends a job before its end.
struct JobsCancelCommand: ConsoleCommand {
    static let configuration = CommandConfiguration(
        commandName: "cancel", abstract: "Cancel one job.",
        discussion: "A job that runs is stopped. One that has ended cannot be cancelled, which is a failure.")

    @Argument(help: "Id of the job.")
    var job: RecordID

    @OptionGroup var server: ServerOptions
    @OptionGroup var output: OutputOptions

    var outputFormat: OutputFormat { output.output }

    func run(in console: Console) async throws {
        _ = try await ServerClient.with(server, in: console) { client in
            try await client.send(ServerRequest(method: .delete, path: "/jobs/\(job.text)", subject: .item))
        }
        switch output.output {
        case .json: console.output.print(JSONValue.object([("cancelled", .string(job.text))]).text)
        case .text: console.output.print("cancelled \(job.text)")
        }
    }
}
