import ArgumentParser

/// Waits for a job's end.
struct JobsWaitCommand: ConsoleCommand {
    static let configuration = CommandConfiguration(
        commandName: "wait", abstract: "Wait for a job's end and print its result.",
        discussion: """
            Prints what `invoke` would have printed; with --output json the job's record. Ends with status 4 when the \
            job failed, and with 1 when it was cancelled, or has not ended in time, in which case it goes on. A server \
            that is started again in the meantime is waited for.
            """)

    @Argument(help: "Id of the job.")
    var job: RecordID

    @Option(help: ArgumentHelp("Give up waiting after this many seconds.", valueName: "seconds"))
    var timeout: UInt64?

    @OptionGroup var server: ServerOptions
    @OptionGroup var output: OutputOptions

    var outputFormat: OutputFormat { output.output }

    func validate() throws {
        guard (0...ClientLimits.jobWaitSeconds).contains(timeout ?? 0) else {
            throw ValidationError("--timeout must be between 0 and \(ClientLimits.jobWaitSeconds).")
        }
    }

    func run(in console: Console) async throws {
        let record = try await ServerClient.with(server, in: console) { client in
            try await JobWatch(client: client, console: console).end(of: job, timeout: timeout)
        }
        if output.output == .json { console.output.print(record.text) }
        let answer = try JobOutcome(record).answer()
        if output.output == .text { try CallAnswer(answer).show(on: console) }
    }
}
