import Testing

@testable import Gateway

@Suite(.timeLimit(.minutes(5)))
struct HostAndOriginTests {
    private func status(_ server: TestServer, _ fields: String, _ line: String = "GET /healthz") async throws
        -> RawResponse
    {
        try await server.connect { connection in
            try await connection.send("\(line) HTTP/1.1\r\n\(fields)content-length: 0\r\n\r\n")
            return try await connection.response(isHead: false)
        }
    }

    @Test(arguments: [
        ("host: api.example.com\r\n", true), ("host: API.example.com:8080\r\n", true),
        ("host: a.b.example.org\r\n", true), ("host: example.org\r\n", false), ("host: xexample.org\r\n", false),
        ("host: api.example.com.evil.test\r\n", false), ("host: only.test:81\r\n", true),
        ("host: only.test:82\r\n", false), ("host: evil.test\r\n", false),
    ])
    func `only names on the list are answered`(fields: String, isAllowed: Bool) async throws {
        let variables = ["API_TRUSTED_HOSTS": "api.example.com,*.example.org,only.test:81"]
        try await withTestServer(variables) { server in
            for line in ["GET /healthz", "POST /functions/1/invoke"] {
                let response = try await status(server, fields, line)
                if isAllowed {
                    #expect(response.status == (line.hasPrefix("GET") ? 200 : 404))
                } else {
                    try expectRefusal(response, 421, "host_not_allowed")
                }
            }
        }
    }

    @Test func `pages of an allowed origin are told so, others are not`() async throws {
        try await withTestServer(["API_CORS_ALLOWED_ORIGINS": "https://app.example.com"]) { server in
            let allowed = try await server.request(
                "GET", "/functions", headers: ["origin": "https://app.example.com"])
            #expect(allowed["access-control-allow-origin"] == "https://app.example.com")
            #expect(allowed["vary"] == "origin")
            let call = try await server.invoke("1", headers: ["origin": "https://app.example.com"])
            #expect(call["access-control-allow-origin"] == "https://app.example.com")
            let other = try await server.request("GET", "/functions", headers: ["origin": "https://evil.test"])
            #expect(other["access-control-allow-origin"] == nil)
            #expect(other["vary"] == "origin")
        }
    }

    @Test func `a preflight is answered without a token, for allowed origins only`() async throws {
        let variables = ["API_CORS_ALLOWED_ORIGINS": "https://app.example.com", "API_TOKENS": "alpha-token:tenant=1"]
        try await withTestServer(variables) { server in
            let preflight = [
                "origin": "https://app.example.com", "access-control-request-method": "POST",
                "access-control-request-headers": "authorization",
            ]
            let answer = try await server.request("OPTIONS", "/functions", headers: preflight)
            #expect(answer.status == 204)
            #expect(answer["access-control-allow-methods"]?.contains("POST") == true)
            #expect(answer["access-control-allow-headers"]?.contains("authorization") == true)
            var other = preflight
            other["origin"] = "https://evil.test"
            try expectRefusal(
                try await server.request("OPTIONS", "/functions", headers: other), 405, "method_not_allowed")
        }
    }

    @Test func `without a list of origins nothing is told`() async throws {
        try await withTestServer { server in
            let response = try await server.request("GET", "/functions", headers: ["origin": "https://app.example.com"])
            #expect(response["access-control-allow-origin"] == nil && response["vary"] == nil)
        }
    }

    @Test(arguments: [
        (["By=a;Hash=b;Subject=\"CN=client,O=One\";URI="], "CN=client,O=One"),
        (["Subject=\"CN=first\",Subject=\"CN=second; part\""], "CN=second; part"),
        (["Hash=1;subject=CN=plain"], "CN=plain"),
        (["Subject=\"a \\\"quoted\\\" name\""], "a \"quoted\" name"),
        (["Hash=1"], nil), ([], nil), (["Subject=\"unended"], "\"unended"),
    ])
    func `the subject of a forwarded certificate is the nearest proxy's`(fields: [String], subject: String?) {
        #expect(ForwardedCertificate.subject(fields) == subject)
    }
}
