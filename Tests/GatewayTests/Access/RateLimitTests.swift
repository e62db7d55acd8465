import Testing

@Suite(.timeLimit(.minutes(5)))
struct GatewayRateLimitTests {
    private static func headers(_ token: String, _ tenant: Int) -> [String: String] {
        ["authorization": "Bearer \(token)", "x-tensorwasm-tenant": "\(tenant)"]
    }

    @Test func `a token's requests for one tenant are limited, and other tenants and tokens are not touched`()
        async throws
    {
        let variables = [
            "API_TOKENS": "alpha-token:tenant=1,2,beta-token:tenant=1", "LIMIT_RATE_PER_TENANT": "1",
            "LIMIT_BURST_PER_TENANT": "3",
        ]
        try await withTestServer(variables) { server in
            var statuses: [Int] = []
            for _ in 0..<20 {
                let response = try await server.request("GET", "/functions", headers: Self.headers("alpha-token", 1))
                statuses.append(response.status)
                if response.status == 429 {
                    try expectRefusal(response, 429, "rate_limited")
                    #expect((response["retry-after"].flatMap { Int($0) } ?? 0) >= 1)
                }
            }
            // Twenty requests take less than the time in which as many permits would come.
            #expect(statuses.prefix(3) == [200, 200, 200])
            #expect(statuses.contains(429))
            #expect(
                try await server.request("GET", "/functions", headers: Self.headers("alpha-token", 2)).status == 200)
            #expect(try await server.request("GET", "/functions", headers: Self.headers("beta-token", 1)).status == 200)
            let page = try await server.metrics()
            #expect((page["tensor_wasm_rate_limited_total{limit=\"tenant\"}"] ?? 0) >= 1)
            #expect(page["tensor_wasm_rate_limited_total{limit=\"token\"}"] == 0)
        }
    }

    @Test func `a token's requests together are limited when that is configured`() async throws {
        let variables = [
            "API_TOKENS": "alpha-token:tenant=*", "LIMIT_RATE_PER_TENANT": "0", "API_RATE_LIMIT_QPS": "1",
            "API_RATE_LIMIT_BURST": "2",
        ]
        try await withTestServer(variables) { server in
            var refused = 0
            for tenant in 0..<20 {
                let response = try await server.request(
                    "GET", "/functions", headers: Self.headers("alpha-token", tenant))
                if response.status == 429 { refused += 1 }
                if tenant < 2 { #expect(response.status == 200) }
            }
            #expect(refused >= 1)
        }
    }

    @Test func `calls on the event loop are limited as well`() async throws {
        let variables = [
            "API_TOKENS": "alpha-token:tenant=1", "LIMIT_RATE_PER_TENANT": "1", "LIMIT_BURST_PER_TENANT": "2",
        ]
        try await withTestServer(variables) { server in
            let unknown = "00000000-0000-4000-8000-000000000000"
            var statuses: [Int] = []
            for _ in 0..<20 {
                statuses.append(try await server.invoke(unknown, headers: Self.headers("alpha-token", 1)).status)
            }
            #expect(statuses.prefix(2) == [404, 404] && statuses.contains(429))
        }
    }

    @Test func `without tokens there is no limit`() async throws {
        try await withTestServer(["LIMIT_RATE_PER_TENANT": "1", "LIMIT_BURST_PER_TENANT": "1"]) { server in
            for _ in 0..<5 {
                let status = try await server.request("GET", "/functions").status
                #expect(status == 200)
            }
        }
    }
}
