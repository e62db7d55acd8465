import NIOCore

/// A call as it is sent to a server.
struct CallMessage {
    /// The ways to call a function.
    enum Route: String {
        case now = "invoke"
        case job = "invoke-async"
        case stream = "invoke-stream"
    }

    private let body: JSONValue
    private let headers: [(String, String)]

    /// Reads the file of the input, if there is one.
    /// - Throws: ``CommandError`` when arguments or input are not acceptable.
    init(_ call: CallOptions, _ input: InputOptions) throws(CommandError) {
        var members: [(String, JSONValue)] = []
        if let export = call.export { members.append(("export", .string(export))) }
        members.append(("args", .array(try call.arguments().values)))
        if let text = input.input { members.append(("input", .string(text))) }
        if input.inputFile != nil, let bytes = try input.bytes() {
            members.append(("input_b64", .string(Base64.encode(bytes))))
        }
        body = .object(members)
        headers =
            [("Content-Type", "application/json")]
            + (input.deadlineMs.map { [("X-TensorWasm-Deadline-Ms", "\($0)")] } ?? [])
    }

    /// - Parameter function: the function's id.
    func request(_ route: Route, function: String, headers: [(String, String)] = []) -> ServerRequest {
        ServerRequest(
            method: .post, path: "/functions/\(function)/\(route.rawValue)", headers: self.headers + headers,
            body: .bytes(ByteBuffer(string: body.text)), subject: .item, timeout: .seconds(ClientLimits.callSeconds))
    }
}
