import ArgumentParser
import Settings
import WasmEngine

/// One call of a module on this machine, without a server.
struct RunCommand: ConsoleCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Call a module once, on this machine.",
        discussion: """
            The guest's standard streams are those of this process, unless --input or --input-file is given. After its \
            output follows `ok` when the export returns nothing, the value of a single result, or a JSON array. Kernels \
            run on the device that TENSOR_WASM_DEVICE names, as in a server.
            """)

    @Argument(help: "Module in the binary or the text format; - is standard input.", completion: .file())
    var file: String

    @OptionGroup var call: CallOptions
    @OptionGroup var input: InputOptions
    @OptionGroup var output: OutputOptions

    var outputFormat: OutputFormat { output.output }

    func run(in console: Console) async throws {
        let bytes = try FileInput.read(file, limit: ClientLimits.moduleBytes)
        let module = try LocalModule(bytes, environment: console.environment)
        defer { module.close() }
        let prepared = try module.prepare(call)
        let input = try input.bytes()
        let streams = GuestStreams(
            arguments: [FileInput.baseName(of: file)], input: input.map { .bytes($0) } ?? .inherited)
        switch output.output {
        case .text: try await passThrough(prepared, streams, console)
        case .json: try await capture(prepared, streams, console)
        }
    }

    private func passThrough(_ call: LocalCall, _ streams: GuestStreams, _ console: Console) async throws {
        let (output, errors) = (GuestOutput(console.output), GuestOutput(console.errors))
        var streams = streams
        (streams.output, streams.errors) = (output, errors)
        let outcome = await call.run(streams, deadline: deadline)
        output.finish()
        errors.finish()
        console.output.print(CallResult(try outcome.mapError(CommandError.init).get()).text)
    }

    private func capture(_ call: LocalCall, _ streams: GuestStreams, _ console: Console) async throws {
        let output = OutputCapture(limit: FixedLimits.capturedOutputBytes.value)
        let errors = OutputCapture(limit: FixedLimits.capturedOutputBytes.value)
        var streams = streams
        (streams.output, streams.errors) = (output, errors)
        let outcome = await call.run(streams, deadline: deadline)
        let result = CallResult(try outcome.mapError(CommandError.init).get())
        let written = members("stdout", output) + members("stderr", errors)
        console.output.print(JSONValue.object([("result", result.json)] + written).text)
    }

    private var deadline: UInt64 { LocalCall.deadline(milliseconds: input.deadlineMs) }

    /// The fields of the HTTP API's answer.
    private func members(_ name: String, _ capture: OutputCapture) -> [(String, JSONValue)] {
        let (bytes, isTruncated) = capture.captured
        if bytes.isEmpty { return [] }
        let text = (name, JSONValue.string(String(decoding: bytes, as: UTF8.self)))
        return isTruncated ? [text, (name + "_truncated", .boolean(true))] : [text]
    }
}
