import ArgumentParser
import AsyncHTTPClient
import NIOCore
import WasmEngine

/// Uploads a module.
struct DeployCommand: ConsoleCommand {
    static let configuration = CommandConfiguration(
        commandName: "deploy", abstract: "Upload a module to the server.",
        discussion: "Prints the id and the name of the new function.")

    @Argument(help: "Module in the binary or the text format; - is standard input.", completion: .file())
    var file: String

    @Option(
        help: ArgumentHelp("Name of the function; without it the file's, without its extension.", valueName: "name"))
    var name: String?

    @OptionGroup var idempotency: IdempotencyOption
    @OptionGroup var server: ServerOptions
    @OptionGroup var output: OutputOptions

    var outputFormat: OutputFormat { output.output }

    func validate() throws {
        if file == "-", name == nil { throw ValidationError("A module from standard input needs a --name.") }
    }

    func run(in console: Console) async throws {
        let bytes = try FileInput.read(file, limit: ClientLimits.moduleBytes)
        let progress = UploadBody.Progress()
        let body = UploadBody(bytes: ByteBuffer(bytes: bytes), progress: progress)
        let request = ServerRequest(
            method: .post, path: "/functions", query: [("name", name ?? FileInput.baseName(of: file))],
            headers: [("Content-Type", ModuleFormat.isBinary(bytes) ? "application/wasm" : "application/wat")]
                + idempotency.headers,
            body: .stream(body, length: .known(Int64(bytes.count))), timeout: .seconds(ClientLimits.callSeconds))
        let record = try await ServerClient.with(server, in: console) { client in
            try await UploadProgress.during(bytes.count, progress, on: console.errors) {
                try await client.json(request)
            }
        }
        guard let id = record["id"]?.string else { throw CommandError.unexpectedAnswer("the function has no id") }
        switch output.output {
        case .json: console.output.print(record.text)
        case .text: console.output.print("\(id)  \(record["name"]?.string ?? "")")
        }
    }
}
