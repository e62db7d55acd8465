import Crypto
import Testing

@Suite(.timeLimit(.minutes(5)))
struct TokenTests {
    private static let tokens = ["API_TOKENS": "alpha-token:tenant=1,2,beta-token:tenant=3,omega-token:tenant=*"]

    private static func bearer(_ token: String, tenant: String? = nil) -> [String: String] {
        var headers = ["authorization": "Bearer \(token)"]
        headers["x-tensorwasm-tenant"] = tenant
        return headers
    }

    @Test(arguments: [
        ("GET", "/functions"), ("POST", "/functions"), ("GET", "/functions/1"), ("DELETE", "/functions/1"),
        ("POST", "/functions/1/invoke"), ("POST", "/functions/1/invoke-async"), ("POST", "/functions/1/invoke-stream"),
        ("GET", "/jobs"), ("GET", "/jobs/1"), ("DELETE", "/jobs/1"), ("GET", "/instances"), ("DELETE", "/instances/1"),
    ])
    func `every route that touches a tenant asks for a token`(method: String, target: String) async throws {
        try await withTestServer(Self.tokens) { server in
            let response = try await server.request(method, target)
            try expectRefusal(response, 401, "unauthorized")
            #expect(response["www-authenticate"] == "Bearer")
            try expectRefusal(
                try await server.request(method, target, headers: Self.bearer("alpha-toke")), 401, "unauthorized")
            try expectRefusal(
                try await server.request(method, target, headers: Self.bearer("alpha-token", tenant: "3")), 403,
                "tenant_scope_denied")
        }
    }

    @Test func `probes and documents ask for none`() async throws {
        try await withTestServer(Self.tokens) { server in
            for target in ["/healthz", "/readyz", "/metrics", "/openapi.json"] {
                let status = try await server.request("GET", target).status
                #expect(status == 200, "\(target)")
            }
        }
    }

    @Test func `a token acts for the tenants of its scope and sees nothing of others`() async throws {
        try await withTestServer(Self.tokens) { server in
            let headers = Self.bearer("alpha-token", tenant: "1").merging(["content-type": "application/wat"]) { $1 }
            let created = try await server.request("POST", "/functions?name=f", headers: headers, body: Guest.add)
            #expect(created.status == 200, "\(created.text)")
            let record = try created.json(FunctionBody.self)
            #expect(record.tenant == 1)

            let body = #"{"export":"add","args":[1,2]}"#
            let own = try await server.invoke(record.id, body, headers: Self.bearer("alpha-token", tenant: "1"))
            #expect(own.text == #"{"function_id":"\#(record.id)","result":[3]}"#)
            // The same token for its other tenant, another token, and one for everybody: the function is not there, word
            // for word as one that does not exist.
            let unknown = "00000000-0000-4000-8000-000000000000"
            for headers in [
                Self.bearer("alpha-token", tenant: "2"), Self.bearer("beta-token", tenant: "3"),
                Self.bearer("omega-token", tenant: "9"), Self.bearer("omega-token"),
            ] {
                for (method, suffix) in [("GET", ""), ("DELETE", ""), ("POST", "/invoke"), ("POST", "/invoke-async")] {
                    let foreign = try await server.request(method, "/functions/\(record.id)\(suffix)", headers: headers)
                    let missing = try await server.request(method, "/functions/\(unknown)\(suffix)", headers: headers)
                    let error = try expectRefusal(foreign, 404, "not_found")
                    let other = try expectRefusal(missing, 404, "not_found")
                    #expect(error.message == other.message)
                }
                let list = try await server.request("GET", "/functions", headers: headers)
                #expect(try list.json(FunctionBody.Page.self).functions.isEmpty)
            }
        }
    }

    @Test func `a request that names no tenant acts for tenant 0, which the scope must hold`() async throws {
        try await withTestServer(Self.tokens) { server in
            try expectRefusal(
                try await server.request("GET", "/functions", headers: Self.bearer("alpha-token")), 403,
                "tenant_scope_denied")
            let everybody = try await server.request("GET", "/functions", headers: Self.bearer("omega-token"))
            #expect(everybody.status == 200)
        }
    }

    @Test(arguments: [
        ("authorization: Bearer alpha-token\r\nauthorization: Bearer alpha-token\r\n", 400, "bad_request"),
        ("authorization: Basic YTpi\r\n", 401, "unauthorized"),
        ("authorization: Bearer\r\n", 401, "unauthorized"),
        ("authorization: Bearer \r\n", 401, "unauthorized"),
        ("authorization: Bearer  alpha-token\r\n", 401, "unauthorized"),
        ("authorization: bEARER alpha-token\r\nx-tensorwasm-tenant: 1\r\n", 200, ""),
        ("authorization: Bearer \(String(repeating: "a", count: 1_017))\r\n", 401, "unauthorized"),
        ("authorization: Bearer \(String(repeating: "a", count: 1_018))\r\n", 401, "invalid_auth"),
        (
            "authorization: Bearer alpha-token\r\nx-tensorwasm-tenant: 1\r\nx-tensorwasm-tenant: 1\r\n", 400,
            "duplicate_tenant_header"
        ),
        ("authorization: Bearer alpha-token\r\nx-tensorwasm-tenant: -1\r\n", 400, "invalid_tenant"),
        ("authorization: Bearer alpha-token\r\nx-tensorwasm-tenant: +1\r\n", 400, "invalid_tenant"),
        ("authorization: Bearer alpha-token\r\nx-tensorwasm-tenant: 18446744073709551616\r\n", 400, "invalid_tenant"),
        ("authorization: Bearer alpha-token\r\nx-tensorwasm-tenant: 0x1\r\n", 400, "invalid_tenant"),
        ("authorization: Bearer alpha-token\r\nx-tensorwasm-tenant: one\r\n", 400, "invalid_tenant"),
        ("authorization: Bearer omega-token\r\nx-tensorwasm-tenant: 18446744073709551615\r\n", 200, ""),
    ])
    func `fields that say who calls are read strictly`(fields: String, status: Int, kind: String) async throws {
        try await withTestServer(Self.tokens) { server in
            for (method, target) in [("GET", "/functions"), ("POST", "/functions/1/invoke")] {
                let response = try await server.connect { connection in
                    try await connection.send(
                        "\(method) \(target) HTTP/1.1\r\nhost: localhost\r\n\(fields)content-length: 0\r\n\r\n")
                    return try await connection.response(isHead: false)
                }
                if status == 200 {
                    #expect(response.status == (method == "GET" ? 200 : 404), "\(response.text)")
                } else {
                    let error = try expectRefusal(response, status, kind)
                    #expect(!error.message.contains("alpha-token"))
                }
            }
        }
    }

    @Test func `a token may be configured by its digest`() async throws {
        let digest = SHA256.hash(data: Array("hashed-token".utf8)).map { byte in
            String(UInt16(byte) + 0x100, radix: 16).dropFirst()
        }.joined()
        try await withTestServer(["API_TOKENS": "sha256:\(digest):tenant=5"]) { server in
            let known = try await server.request("GET", "/functions", headers: Self.bearer("hashed-token", tenant: "5"))
            #expect(known.status == 200)
            // What is stored is no credential.
            for text in [digest, "sha256:\(digest)"] {
                try expectRefusal(
                    try await server.request("GET", "/functions", headers: Self.bearer(text, tenant: "5")), 401,
                    "unauthorized")
            }
        }
    }

    @Test func `where a tenant is required, a request without one is refused`() async throws {
        try await withTestServer(["API_REQUIRE_TENANT": "true"]) { server in
            try expectRefusal(try await server.request("GET", "/functions"), 400, "missing_tenant")
            let named = try await server.request("GET", "/functions", headers: ["x-tensorwasm-tenant": "0"])
            #expect(named.status == 200)
            #expect(try await server.request("GET", "/healthz").status == 200)
        }
    }

    @Test func `replaced credentials hold for the next request`() async throws {
        try await withTestServer(Self.tokens) { server in
            let headers = Self.bearer("alpha-token", tenant: "1")
            try await server.connect { connection in
                try await connection.send(Request.head("GET", "/functions", headers, length: 0))
                #expect(try await connection.response(isHead: false).status == 200)
                server.gateway.replaceCredentials(
                    with: try TestAssembly.credentials(tokens: "alpha-token:tenant=2,gamma-token:tenant=1"))
                try await connection.send(Request.head("GET", "/functions", headers, length: 0))
                #expect(try await connection.response(isHead: false).status == 403)
            }
            let new = try await server.request("GET", "/functions", headers: Self.bearer("gamma-token", tenant: "1"))
            #expect(new.status == 200)
        }
    }
}
