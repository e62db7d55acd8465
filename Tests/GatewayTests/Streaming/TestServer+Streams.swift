@testable import Gateway

extension Request {
    /// A stream request with the bytes of its body.
    static func stream(
        _ id: String, _ body: String, accept: String? = nil, headers: [String: String] = [:]
    ) -> String {
        var fields = headers.merging(["content-type": "application/json"]) { own, _ in own }
        if let accept { fields["accept"] = accept }
        return head("POST", "/functions/\(id)/invoke-stream", fields, length: body.utf8.count) + body
    }
}

extension TestServer {
    /// A whole stream answer.
    struct StreamAnswer {
        let head: RawResponse
        let body: [UInt8]
        /// Whether the body ended in a regular way.
        let isComplete: Bool
        let trailers: [String: String]

        var text: String { String(decoding: body, as: UTF8.self) }
        var events: [EventReader.Event] { EventReader(body).events }
    }

    static let events = "text/event-stream"

    /// Runs `body` with a client of this server.
    func withStreamClient<Value>(_ body: (StreamClient) async throws -> Value) async throws -> Value {
        try await StreamClient.open(port: port, body)
    }

    /// Calls a function over a connection of its own and reads its stream to the end.
    func stream(
        _ id: String, _ body: String, accept: String? = nil, headers: [String: String] = [:]
    ) async throws -> StreamAnswer {
        try await withStreamClient { client in
            try await client.send(Request.stream(id, body, accept: accept, headers: headers))
            let head = try await client.head()
            let (body, isComplete) = try await client.rest()
            return StreamAnswer(head: head, body: body, isComplete: isComplete, trailers: client.trailers)
        }
    }

    /// Calls a function over a connection of its own that refuses to stream.
    func refusedStream(
        _ id: String, _ body: String, accept: String? = nil, headers: [String: String] = [:]
    ) async throws -> RawResponse {
        try await connect { connection in
            try await connection.send(Request.stream(id, body, accept: accept, headers: headers))
            return try await connection.response()
        }
    }
}
