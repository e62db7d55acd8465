import ArgumentParser
import NIOCore

/// One call of a deployed function.
struct InvokeCommand: ConsoleCommand {
    static let configuration = CommandConfiguration(
        commandName: "invoke", abstract: "Call a deployed function.",
        discussion: """
            What the guest wrote goes to the streams it wrote to. After it follows `ok` when the export returns \
            nothing, the value of a single result, or a JSON array.
            """)

    @Argument(help: "Id or name of the function; of several with the same name the newest.")
    var function: String

    @OptionGroup var call: CallOptions
    @OptionGroup var input: InputOptions
    @OptionGroup var server: ServerOptions
    @OptionGroup var output: OutputOptions

    var outputFormat: OutputFormat { output.output }

    func run(in console: Console) async throws {
        let body = try body()
        let answer = try await ServerClient.with(server, in: console) { client in
            let id = try await client.id(of: FunctionReference(function))
            return try await client.json(request(id, body))
        }
        let result = try CallResult(answer: answer)
        guard output.output == .text else { return console.output.print(answer.text) }
        show(answer, "stdout", on: console.output, console)
        show(answer, "stderr", on: console.errors, console)
        console.output.print(result.text)
    }

    private func request(_ id: String, _ body: JSONValue) -> ServerRequest {
        var headers = [("Content-Type", "application/json")]
        if let deadline = input.deadlineMs { headers.append(("X-TensorWasm-Deadline-Ms", "\(deadline)")) }
        return ServerRequest(
            method: .post, path: "/functions/\(id)/invoke", headers: headers,
            body: .bytes(ByteBuffer(string: body.text)), subject: .function,
            timeout: .seconds(ClientLimits.callSeconds))
    }

    private func body() throws(CommandError) -> JSONValue {
        var members: [(String, JSONValue)] = []
        if let export = call.export { members.append(("export", .string(export))) }
        members.append(("args", .array(try call.arguments().values)))
        if let text = input.input { members.append(("input", .string(text))) }
        if input.inputFile != nil, let bytes = try input.bytes() {
            members.append(("input_b64", .string(Base64.encode(bytes))))
        }
        return .object(members)
    }

    private func show(_ answer: JSONValue, _ name: String, on stream: ConsoleStream, _ console: Console) {
        if let text = answer[name]?.string {
            let output = GuestOutput(stream)
            output.write(Array(text.utf8))
            output.finish()
        }
        if answer[name + "_truncated"]?.isTrue == true { console.warn("the server cut the guest's \(name)") }
    }
}
