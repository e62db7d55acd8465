extension CommandError {
    /// An answer that no server of this API gives.
    static func unexpectedAnswer(_ reason: String) -> CommandError {
        CommandError(
            .failure, kind: "unexpected_answer", "this is not a tensor-wasm server, or another version: \(reason)")
    }

    /// A server's answer that is not a success.
    init(status: Int, body: [UInt8], subject: ServerRequest.Subject) {
        guard let error = (try? JSONReader.read(body))?["error"], let kind = error["kind"]?.string else {
            let isUnknown = status == 404 || status == 405 || status == 501
            self.init(
                isUnknown ? .notOffered : .failure, kind: "http_\(status)",
                "the server answered with status \(status) and without a reason")
            return
        }
        self.init(
            Self.code(status: status, kind: kind, subject: subject), kind: kind,
            error["message"]?.string ?? "the server gave no reason", requestID: error["request_id"]?.string,
            fault: GuestFault(members: error))
    }

    private static func code(status: Int, kind: String, subject: ServerRequest.Subject) -> Code {
        switch status {
        case 404: subject == .item ? .failure : .notOffered
        case 405, 501: .notOffered
        case 400, 413, 415: .badInput
        case 500 where kind == "wasmtime", 504: .guestFailed
        default: .failure
        }
    }
}
