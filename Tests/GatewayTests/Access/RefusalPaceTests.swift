import Testing

@testable import Gateway

struct RefusalPaceTests {
    private static let second: UInt64 = 1_000_000_000

    @Test func `the first refusals are answered at once, and then two a second`() {
        let pace = RefusalPace()
        for _ in 0..<10 { #expect(pace.hold(status: 429, now: 0) == 0) }
        // A client that asks again as soon as it has its answer.
        var now: UInt64 = 0
        for _ in 0..<20 {
            let held = pace.hold(status: 429, now: now)
            #expect(held == Self.second / 2)
            now += held
            pace.release(now: now)
        }
        #expect(now == 10 * Self.second)
    }

    @Test(arguments: [200, 400, 401, 403, 404, 408, 413, 500, 503, 504])
    func `no other answer is ever held back`(_ status: Int) {
        let pace = RefusalPace()
        for _ in 0..<30 { _ = pace.hold(status: 429, now: 0) }
        #expect(pace.hold(status: status, now: 0) == 0)
    }

    @Test func `however many there are, none is held back for longer than a second`() {
        let pace = RefusalPace()
        for now in 0..<1_000 { #expect(pace.hold(status: 429, now: UInt64(now)) <= Self.second) }
    }

    @Test func `a client that waits as it is told never notices`() {
        let pace = RefusalPace()
        for request in 0..<1_000 { #expect(pace.hold(status: 429, now: UInt64(request) * Self.second) == 0) }
    }
}

@Suite(.timeLimit(.minutes(5)))
struct HeldRefusalTests {
    private static let variables = [
        "API_TOKENS": "alpha-token:tenant=1", "LIMIT_RATE_PER_TENANT": "1", "LIMIT_BURST_PER_TENANT": "1",
    ]
    private static let fields = "Host: 127.0.0.1\r\nAuthorization: Bearer alpha-token\r\nX-TensorWasm-Tenant: 1\r\n"
    private static let unknown = "00000000-0000-4000-8000-000000000000"

    @Test(arguments: ["POST /functions/\(unknown)/invoke", "GET /functions/\(unknown)"])
    func `a connection goes on after refusals that were held back`(_ request: String) async throws {
        try await withTestServer(Self.variables) { server in
            try await RawConnection.open(port: server.port) { connection in
                var refused = 0
                while refused < 14 {
                    try await connection.send("\(request) HTTP/1.1\r\n\(Self.fields)Content-Length: 0\r\n\r\n")
                    let response = try await connection.response()
                    #expect([404, 429].contains(response.status))
                    if response.status == 429 { refused += 1 }
                }
                try await connection.send("GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
                #expect(try await connection.response().status == 200)
            }
        }
    }

    @Test func `a client that leaves while its refusal is held back is counted as gone`() async throws {
        try await withTestServer(Self.variables) { server in
            let request = "POST /functions/\(Self.unknown)/invoke HTTP/1.1\r\n\(Self.fields)Content-Length: 0\r\n\r\n"
            try await RawConnection.open(port: server.port) { connection in
                // Sent at once, so that some are left when the first is held back.
                try await connection.send(String(repeating: request, count: 40))
                _ = try await connection.response()
                try await connection.reset()
            }
            let page = try await server.metrics(
                until: { $0.requests("/functions/:id/invoke", "POST", 499) > 0 }, "the client that left is not counted")
            #expect(page.requests("/functions/:id/invoke", "POST", 429) >= 1)
        }
    }
}
