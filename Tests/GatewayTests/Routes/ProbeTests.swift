import Testing

@Suite(.timeLimit(.minutes(5)))
struct ProbeTests {
    @Test func `healthz says ok before the server is ready and readyz does not`() async throws {
        try await withTestServer(isReady: false) { server in
            let health = try await server.request("GET", "/healthz")
            #expect(health.status == 200)
            #expect(health.text == #"{"status":"ok"}"#)
            try expectRefusal(try await server.request("GET", "/readyz"), 503, "not_ready")

            server.gateway.setReady()
            let ready = try await server.request("GET", "/readyz")
            #expect(ready.status == 200)
            #expect(ready.text == #"{"status":"ready"}"#)

            server.gateway.setDraining()
            try expectRefusal(try await server.request("GET", "/readyz"), 503, "not_ready")
            #expect(try await server.request("GET", "/healthz").status == 200)
        }
    }

    @Test func `the metrics page is offered in both text formats`() async throws {
        try await withTestServer { server in
            let plain = try await server.request("GET", "/metrics")
            #expect(plain.status == 200)
            #expect(plain["content-type"] == "text/plain; version=0.0.4")
            #expect(plain.text.contains("\ntensor_wasm_active_instances 0\n"))

            let open = try await server.request(
                "GET", "/metrics", headers: ["accept": "application/openmetrics-text;version=1.0.0,text/plain;q=0.5"])
            #expect(open.status == 200)
            #expect(open["content-type"]?.hasPrefix("application/openmetrics-text") == true)
            #expect(open.text.hasSuffix("# EOF\n"))
        }
    }

    @Test func `the metrics page asks for its token when there is one`() async throws {
        try await withTestServer(["API_METRICS_TOKEN": "correct-horse-battery-staple"]) { server in
            func page(_ authorization: String) async throws -> RawResponse {
                try await server.request("GET", "/metrics", headers: ["authorization": authorization])
            }
            try expectRefusal(try await server.request("GET", "/metrics"), 401, "unauthorized")
            try expectRefusal(try await page("Bearer correct-horse-battery-stapl"), 401, "unauthorized")
            try expectRefusal(try await page("Basic correct-horse-battery-staple"), 401, "unauthorized")
            try expectRefusal(
                try await page("Bearer " + String(repeating: "a", count: 1_024)), 401, "invalid_auth")
            #expect(try await page("Bearer correct-horse-battery-staple").status == 200)
            #expect(try await page("bEARER correct-horse-battery-staple").status == 200)

            let twice = try await server.connect { connection in
                try await connection.send(
                    "GET /metrics HTTP/1.1\r\nhost: localhost\r\nauthorization: Bearer correct-horse-battery-staple\r\n"
                        + "authorization: Bearer correct-horse-battery-staple\r\n\r\n")
                return try await connection.response()
            }
            try expectRefusal(twice, 400, "bad_request")
            #expect(try await server.request("GET", "/healthz").status == 200)
        }
    }
}
