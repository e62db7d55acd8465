import Testing

@Suite(.timeLimit(.minutes(5)))
struct SlowClientTests {
    private static let unknown = "/functions/00000000-0000-4000-8000-000000000000/invoke"

    @Test(arguments: [
        ("a head that does not end", "GET /healthz HTTP/1.1\r\nhost: a\r\n", "unknown"),
        ("a method that does not end", "GE", "unknown"),
        (
            "less than the announced length", "POST /functions HTTP/1.1\r\nhost: a\r\ncontent-length: 10\r\n\r\n{}",
            "/functions"
        ),
        (
            "less than the announced length of a call",
            "POST \(unknown) HTTP/1.1\r\nhost: a\r\ncontent-length: 10\r\n\r\n{}", "/functions/:id/invoke"
        ),
        (
            "chunks that do not end",
            "POST \(unknown) HTTP/1.1\r\nhost: a\r\ntransfer-encoding: chunked\r\n\r\n2\r\n{}\r\n",
            "/functions/:id/invoke"
        ),
    ])
    func `a client that does not finish its request is told so and disconnected`(
        _ what: String, bytes: String, route: String
    ) async throws {
        try await withTestServer(["LIMIT_REQUEST_READ_SECONDS": "1"]) { server in
            try await server.connect { connection in
                try await connection.send(bytes)
                let answer = try await connection.response()
                try expectRefusal(answer, 408, "request_timeout")
                #expect(answer["connection"] == "close")
                #expect(try await connection.rest() == "")
            }
            let page = try await server.metrics()
            #expect(page.sum(of: "tensor_wasm_http_requests_total", with: #"status="408""#) == 1)
            #expect(
                page.sum(of: "tensor_wasm_http_requests_total", with: "route=\"\(route)\"") == 1, "\(page.text)")
            try await server.expectHealthy()
        }
    }

    @Test func `a connection without a request is closed without a word`() async throws {
        try await withTestServer(["LIMIT_IDLE_CONNECTION_SECONDS": "1"]) { server in
            let silent = try await server.connect { try await $0.rest() }
            #expect(silent == "")
            try await server.connect { connection in
                try await connection.send(Request.head("GET", "/healthz", [:], length: 0))
                #expect(try await connection.response().status == 200)
                #expect(try await connection.rest() == "")
            }
            #expect(try await server.metrics().sum(of: "tensor_wasm_http_requests_total", with: "408") == 0)
            try await server.expectHealthy()
        }
    }

    @Test func `a call that runs longer than a request may take to arrive is not disturbed`() async throws {
        let settings = ["LIMIT_REQUEST_READ_SECONDS": "1", "LIMIT_IDLE_CONNECTION_SECONDS": "1"]
        try await withTestServer(settings) { server in
            let id = try await server.deploy(Guest.endless)
            let answer = try await server.invoke(id, headers: ["x-tensorwasm-deadline-ms": "2200"])
            try expectRefusal(answer, 504, "invoke_timeout")
        }
    }
}
