import ArgumentParser

/// One call of a deployed function.
struct InvokeCommand: ConsoleCommand {
    static let configuration = CommandConfiguration(
        commandName: "invoke", abstract: "Call a deployed function.",
        discussion: """
            What the guest wrote goes to the streams it wrote to. After it follows `ok` when the export returns \
            nothing, the value of a single result, or a JSON array.

            --async leaves a job with the server and prints its id; it survives the end of the server. --stream writes \
            what the guest emits while it runs, as bytes, or as text to a terminal.
            """)

    @Argument(help: "Id or name of the function; of several with the same name the newest.")
    var function: String

    @OptionGroup var call: CallOptions
    @OptionGroup var input: InputOptions

    @Flag(name: .customLong("async"), help: "Leave a job with the server and print its id.")
    var isAsync = false

    @Flag(help: "With --async: wait for the job's end and print its result.")
    var wait = false

    @Flag(help: "Write what the guest emits as it arrives.")
    var stream = false

    @OptionGroup var idempotency: IdempotencyOption
    @OptionGroup var server: ServerOptions
    @OptionGroup var output: OutputOptions

    var outputFormat: OutputFormat { output.output }

    func validate() throws {
        if isAsync, stream { throw ValidationError("Give --async or --stream, not both.") }
        if wait, !isAsync { throw ValidationError("--wait needs --async; without it the call is waited for anyway.") }
        if idempotency.idempotencyKey != nil, !isAsync { throw ValidationError("--idempotency-key needs --async.") }
    }

    func run(in console: Console) async throws {
        let message = try CallMessage(call, input)
        try await ServerClient.with(server, in: console) { client in
            let id = try await client.id(of: FunctionReference(function))
            if isAsync {
                try await leaveJob(message, id, client, console)
            } else if stream {
                try await StreamedCall(client: client, console: console, format: output.output)
                    .run(message.request(.stream, function: id))
            } else {
                show(try CallAnswer(try await client.json(message.request(.now, function: id))), on: console)
            }
        }
    }

    private func leaveJob(
        _ message: CallMessage, _ function: String, _ client: ServerClient, _ console: Console
    ) async throws {
        let accepted = try await client.json(
            message.request(.job, function: function, headers: idempotency.headers))
        let job = try client.jobID(in: accepted, "job_id")
        guard wait else {
            return console.output.print(output.output == .json ? accepted.text : job.text)
        }
        // Said at once: who gives up waiting still knows what to ask for.
        if output.output == .text { console.errors.print("job \(job.text)") }
        let record = try await JobWatch(client: client, console: console, isServerKnown: true)
            .end(of: job, timeout: nil)
        show(try CallAnswer(try JobOutcome(record).answer()), on: console)
    }

    private func show(_ answer: CallAnswer, on console: Console) {
        switch output.output {
        case .json: console.output.print(answer.json.text)
        case .text: answer.show(on: console)
        }
    }
}
