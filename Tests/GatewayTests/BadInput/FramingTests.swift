import Testing

@Suite(.timeLimit(.minutes(5)))
struct FramingTests {
    @Test(arguments: [
        ("garbage", "\u{1}\u{2}garbage\r\n\r\n"), ("an unfinished version", "GET / HTTP/\r\n\r\n"),
        ("no version", "GET /\r\n\r\n"), ("a field without a colon", "GET /healthz HTTP/1.1\r\nhost a\r\n\r\n"),
        ("a space in a field's name", "GET /healthz HTTP/1.1\r\nho st: a\r\n\r\n"),
        ("another protocol", "SSH-2.0-client\r\n"),
        ("a length that is no number", "POST /functions HTTP/1.1\r\nhost: a\r\ncontent-length: ten\r\n\r\n"),
        ("a negative length", "POST /functions HTTP/1.1\r\nhost: a\r\ncontent-length: -1\r\n\r\n"),
        ("two lengths", "POST /functions HTTP/1.1\r\nhost: a\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\n"),
        (
            "a length and chunks",
            "POST /functions HTTP/1.1\r\nhost: a\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n"
        ),
    ])
    func `bytes that are no request are refused and the connection ends`(_ what: String, bytes: String) async throws {
        try await withTestServer { server in
            try await server.connect { connection in
                try await connection.send(bytes)
                let answer = try await connection.response()
                try expectRefusal(answer, 400, "bad_request")
                #expect(answer["connection"] == "close")
                #expect(try await connection.rest() == "")
            }
            try await server.expectHealthy()
        }
    }

    @Test func `a TLS client is refused`() async throws {
        try await withTestServer { server in
            try await server.connect { connection in
                let hello: [UInt8] = [0x16, 0x03, 0x01, 0x00, 0x2F, 0x01, 0x00, 0x00, 0x2B, 0x03, 0x03]
                try await connection.send(hello + [UInt8](repeating: 0x5A, count: 41))
                try expectRefusal(try await connection.response(), 400, "bad_request")
                #expect(try await connection.rest() == "")
            }
            try await server.expectHealthy()
        }
    }

    @Test func `bytes beyond the announced length are a bad next request`() async throws {
        try await withTestServer { server in
            let id = try await server.deploy(#"(module (func (export "main") (result i32) (i32.const 1)))"#)
            try await server.connect { connection in
                try await connection.send(
                    Request.head("POST", "/functions/\(id)/invoke", [:], length: 2) + "{}{}{}\r\n\r\n")
                #expect(try await connection.response().text == #"{"function_id":"\#(id)","result":[1]}"#)
                try expectRefusal(try await connection.response(), 400, "bad_request")
                #expect(try await connection.rest() == "")
            }
            try await server.expectHealthy()
        }
    }

    @Test(arguments: ["/functions", "/functions/00000000-0000-4000-8000-000000000000/invoke"])
    func `a chunk whose length is no number is refused`(target: String) async throws {
        try await withTestServer { server in
            try await server.connect { connection in
                try await connection.send(
                    "POST \(target) HTTP/1.1\r\nhost: a\r\ntransfer-encoding: chunked\r\n\r\n2\r\n{}\r\nxyz\r\n")
                try expectRefusal(try await connection.response(), 400, "bad_request")
                #expect(try await connection.rest() == "")
            }
            try await server.expectHealthy()
        }
    }

    @Test func `header fields above their limit are refused`() async throws {
        try await withTestServer { server in
            let field = "x-long: " + String(repeating: "a", count: 8_000) + "\r\n"
            let fits = String(repeating: field, count: 9)
            let fitting = try await server.connect { connection in
                try await connection.send("GET /healthz HTTP/1.1\r\nhost: a\r\n\(fits)\r\n")
                return try await connection.response()
            }
            #expect(fitting.status == 200)
            try await server.connect { connection in
                try await connection.send("GET /healthz HTTP/1.1\r\nhost: a\r\n\(fits)\(field)\(field)")
                try expectRefusal(try await connection.response(), 400, "bad_request")
            }
            try await server.expectHealthy()
        }
    }

    @Test func `an HTTP/1.0 request is answered and its connection ends`() async throws {
        try await withTestServer { server in
            let id = try await server.deploy(#"(module (func (export "main")))"#)
            for request in ["GET /healthz HTTP/1.0\r\n\r\n", "POST /functions/\(id)/invoke HTTP/1.0\r\n\r\n"] {
                try await server.connect { connection in
                    try await connection.send(request)
                    let answer = try await connection.response()
                    #expect(answer.status == 200, "\(request)")
                    #expect(answer["connection"] == "close")
                    #expect(try await connection.rest() == "")
                }
            }
            try await server.expectHealthy()
        }
    }

    @Test func `a connection that the client asks to close is closed after the answer`() async throws {
        try await withTestServer { server in
            let id = try await server.deploy(#"(module (func (export "main")))"#)
            for (method, target) in [("GET", "/healthz"), ("POST", "/functions/\(id)/invoke")] {
                for word in ["close", "Close", "te, close"] {
                    try await server.connect { connection in
                        try await connection.send(Request.head(method, target, ["connection": word], length: 0))
                        let answer = try await connection.response()
                        #expect(answer.status == 200)
                        #expect(answer["connection"] == "close")
                        #expect(try await connection.rest() == "")
                    }
                }
            }
        }
    }

    @Test func `a target in absolute form is the same as its path`() async throws {
        try await withTestServer { server in
            let id = try await server.deploy(#"(module (func (export "main")))"#)
            #expect(try await server.request("GET", "http://localhost/healthz").status == 200)
            #expect(try await server.request("POST", "http://localhost/functions/\(id)/invoke").status == 200)
            try expectRefusal(try await server.request("GET", "http://localhost/nowhere"), 404, "not_found")
        }
    }

    @Test func `a method that the parser does not know is refused`() async throws {
        try await withTestServer { server in
            try expectRefusal(try await server.request("BREW", "/healthz"), 400, "bad_request")
            try await server.expectHealthy()
        }
    }
}
