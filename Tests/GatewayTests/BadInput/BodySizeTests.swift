import Testing

@testable import Gateway

@Suite(.timeLimit(.minutes(5)))
struct BodySizeTests {
    private static let settings = ["LIMIT_BODY_BYTES": "1KiB"]
    private static let unknown = "/functions/00000000-0000-4000-8000-000000000000/invoke"

    @Test(arguments: ["/functions", unknown])
    func `a body above the limit is refused by its announced length, before it is sent`(target: String) async throws {
        try await withTestServer(Self.settings) { server in
            for length in ["1025", "1000000", "9223372036854775807"] {
                try await server.connect { connection in
                    try await connection.send("POST \(target) HTTP/1.1\r\nhost: a\r\ncontent-length: \(length)\r\n\r\n")
                    let answer = try await connection.response()
                    try expectRefusal(answer, 413, "body_too_large")
                    #expect(answer["connection"] == "close")
                    try await connection.finishSending()
                    #expect(try await connection.rest() == "")
                }
            }
            try await server.expectHealthy()
        }
    }

    @Test(arguments: ["/functions", unknown])
    func `a client that sends its large body anyway still reads the refusal`(target: String) async throws {
        try await withTestServer(Self.settings) { server in
            let answer = try await server.request("POST", target, body: [UInt8](repeating: 0x20, count: 1 << 20))
            try expectRefusal(answer, 413, "body_too_large")
            try await server.expectHealthy()
        }
    }

    @Test(arguments: ["/functions", unknown])
    func `a chunked body above the limit is refused`(target: String) async throws {
        try await withTestServer(Self.settings) { server in
            try await server.connect { connection in
                try await connection.send("POST \(target) HTTP/1.1\r\nhost: a\r\ntransfer-encoding: chunked\r\n\r\n")
                for _ in 0..<5 { try await connection.send("100\r\n\(String(repeating: " ", count: 256))\r\n") }
                let answer = try await connection.response()
                try expectRefusal(answer, 413, "body_too_large")
                #expect(answer["connection"] == "close")
            }
            try await server.expectHealthy()
        }
    }

    @Test func `a body of exactly the limit is taken, announced or in chunks`() async throws {
        try await withTestServer(Self.settings) { server in
            let id = try await server.deploy(#"(module (func (export "main")))"#)
            let body = "{}" + String(repeating: " ", count: 1_022)
            #expect(try await server.invoke(id, body).status == 200)
            let chunked = try await server.connect { connection in
                try await connection.send(
                    "POST /functions/\(id)/invoke HTTP/1.1\r\nhost: a\r\ntransfer-encoding: chunked\r\n\r\n"
                        + "400\r\n\(body)\r\n0\r\n\r\n")
                return try await connection.response()
            }
            #expect(chunked.status == 200)
            try await server.expectHealthy()
        }
    }

    @Test func `all bodies together have a limit`() async throws {
        try await withTestServer(["LIMIT_BODY_BYTES": "64KiB", "LIMIT_BUFFERED_BODY_BYTES": "64KiB"]) { server in
            let half = [UInt8](repeating: 0x20, count: 40_000)
            try await server.connect { first in
                try await first.send("POST /functions HTTP/1.1\r\nhost: a\r\ncontent-length: 60000\r\n\r\n")
                try await first.send(half)
                // The second is refused as soon as the first one's bytes have been counted.
                let deadline = ContinuousClock.now + .seconds(10)
                while server.gateway.bodies.usedBytes < half.count, ContinuousClock.now < deadline {
                    try await server.request("GET", "/healthz")
                }
                let answer = try await server.request("POST", "/functions", body: half)
                try expectRefusal(answer, 503, "capacity_exhausted")
                #expect(answer["retry-after"] == "1")
                try await first.send([UInt8](repeating: 0x20, count: 20_000))
                try expectRefusal(try await first.response(), 400, "invalid_json")
            }
            try await server.expectHealthy()
        }
    }

    @Test func `a client that asks first is told to go on, or refused without sending`() async throws {
        try await withTestServer(Self.settings) { server in
            let id = try await server.deploy(Guest.add)
            let body = #"{"export":"add","args":[1,2]}"#
            try await server.connect { connection in
                try await connection.send(
                    "POST /functions/\(id)/invoke HTTP/1.1\r\nhost: a\r\nexpect: 100-continue\r\n"
                        + "content-length: \(body.utf8.count)\r\n\r\n")
                #expect(try await connection.response().status == 100)
                try await connection.send(body)
                #expect(try await connection.response().text == #"{"function_id":"\#(id)","result":[3]}"#)
                try await connection.send("GET /healthz HTTP/1.1\r\nhost: a\r\n\r\n")
                #expect(try await connection.response().status == 200)
            }
            try await server.connect { connection in
                try await connection.send(
                    "POST /functions HTTP/1.1\r\nhost: a\r\nexpect: 100-continue\r\ncontent-length: 1025\r\n\r\n")
                try expectRefusal(try await connection.response(), 413, "body_too_large")
            }
            try await server.expectHealthy()
        }
    }
}
