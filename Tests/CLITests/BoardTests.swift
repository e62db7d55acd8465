import Testing

@testable import CLI

@Suite("The board")
struct BoardTests {
    static let before = """
        tensor_wasm_build_info{version="1.2.3"} 1
        process_start_time_seconds 1000
        tensor_wasm_http_requests_total{route="/functions/:id/invoke",method="POST",status="200"} 100
        tensor_wasm_http_requests_total{route="/metrics",method="GET",status="200"} 1
        tensor_wasm_invocations_total{tenant_id="1",kind="host",outcome="ok"} 100
        tensor_wasm_invocations_total{tenant_id="2",kind="host",outcome="trap"} 50
        tensor_wasm_invoke_duration_seconds_bucket{kind="host",le="0.1"} 100
        tensor_wasm_invoke_duration_seconds_bucket{kind="host",le="1"} 100
        tensor_wasm_invoke_duration_seconds_bucket{kind="host",le="+Inf"} 100
        tensor_wasm_audit_records_total{outcome="dropped"} 3
        process_cpu_seconds_total 10
        """

    static let after = """
        tensor_wasm_build_info{version="1.2.3"} 1
        process_start_time_seconds 1000
        tensor_wasm_http_requests_total{route="/functions/:id/invoke",method="POST",status="200"} 120
        tensor_wasm_http_requests_total{route="/functions/:id/invoke",method="POST",status="404"} 4
        tensor_wasm_http_requests_total{route="/metrics",method="GET",status="200"} 900
        tensor_wasm_http_requests_in_flight{route="/metrics",method="GET"} 1
        tensor_wasm_http_requests_in_flight{route="/functions",method="GET"} 2
        tensor_wasm_invocations_total{tenant_id="1",kind="host",outcome="ok"} 110
        tensor_wasm_invocations_total{tenant_id="2",kind="host",outcome="trap"} 80
        tensor_wasm_invocations_total{tenant_id="3",kind="host",outcome="ok"} 0
        tensor_wasm_invoke_duration_seconds_bucket{kind="host",le="0.1"} 150
        tensor_wasm_invoke_duration_seconds_bucket{kind="host",le="1"} 200
        tensor_wasm_invoke_duration_seconds_bucket{kind="host",le="+Inf"} 200
        tensor_wasm_active_instances 5
        tensor_wasm_active_instances_per_tenant{tenant_id="1"} 5
        tensor_wasm_cpu_memory_bytes_per_tenant{tenant_id="1"} 1048576
        tensor_wasm_backpressure_permits_used 6
        tensor_wasm_backpressure_permits_available 250
        tensor_wasm_jobs_active 7
        tensor_wasm_jobs_total{outcome="completed"} 8
        tensor_wasm_jobs_total{outcome="handed_back"} 100
        tensor_wasm_audit_records_total{outcome="written"} 1000
        tensor_wasm_audit_records_total{outcome="dropped"} 5
        process_cpu_seconds_total 13
        """

    private func scrape(_ page: String, seconds: UInt64, instances: [LiveInstance]? = []) throws -> Scrape {
        Scrape(
            nanoseconds: seconds * 1_000_000_000, unixMilliseconds: 1_090_000,
            page: try MetricsReader.read(Array(page.utf8)), instances: instances)
    }

    private func board(instances: [LiveInstance]? = []) throws -> Board {
        Board(from: try scrape(Self.before, seconds: 5), to: try scrape(Self.after, seconds: 7, instances: instances))
    }

    @Test("computes rates from the growth of counters")
    func rates() throws {
        let board = try board()
        #expect(board.interval == 2)
        #expect(board.requests == ["2xx": 10, "4xx": 2, "5xx": 0])
        #expect(board.invocations == ["ok": 5, "trap": 15])
        #expect(board.jobsEnded == 4)
        #expect(board.processors == 1.5)
        #expect(board.newAuditDrops == 2)
        #expect(board.auditDrops == 5)
    }

    @Test("leaves out requests to probes and of the board itself")
    func probes() throws {
        #expect(try board().requestsInFlight == 2)
    }

    @Test("shows gauges as they are at the end")
    func gauges() throws {
        let board = try board()
        #expect(board.instances == 5)
        #expect(board.permitsUsed == 6)
        #expect(board.permits == 256)
        #expect(board.jobs == 7)
        #expect(board.version == "1.2.3")
        #expect(board.uptimeSeconds == 90)
        #expect(board.chunks == nil)
    }

    @Test("finds percentiles in what was observed between the scrapes")
    func percentiles() throws {
        let latency = try board().invocationLatency
        #expect(latency.p50 == 0.1)
        #expect(latency.p95 == 0.1 + 0.9 * 0.9)
        #expect(try board().requestLatency.p50 == nil)
    }

    @Test("puts the busiest tenants first and leaves out those without anything")
    func tenants() throws {
        let board = try board()
        #expect(
            board.tenants == [
                .init(id: "2", invocations: 15, instances: 0, memoryBytes: 0),
                .init(id: "1", invocations: 5, instances: 5, memoryBytes: 1_048_576),
            ])
    }

    @Test("shows ten tenants of many, and says how many there are")
    func manyTenants() throws {
        let lines = (0..<30).map { #"tensor_wasm_active_instances_per_tenant{tenant_id="\#($0)"} \#($0)"# }
        let scrape = try scrape(lines.joined(separator: "\n"), seconds: 1)
        let board = Board(from: scrape, to: scrape)
        #expect(board.tenants.count == 10)
        #expect(board.tenants.first?.id == "29")
        #expect(board.tenantCount == 29)
        #expect(board.lines(server: "s").contains("and 19 more"))
    }

    @Test("takes a counter that fell for one of a server that was started again")
    func restart() throws {
        let board = Board(from: try scrape(Self.after, seconds: 1), to: try scrape(Self.before, seconds: 2))
        #expect(board.requests["2xx"] == 100)
        #expect(board.invocations["ok"] == 100)
    }

    @Test("survives two scrapes of one moment, and pages without anything")
    func emptiness() throws {
        let scrape = try scrape("", seconds: 1, instances: nil)
        let board = Board(from: scrape, to: scrape)
        #expect(board.interval > 0)
        let lines = board.lines(server: "s")
        #expect(lines.contains("instances are not shown to this token"))
        #expect(board.json["oldest_instances"] == .null)
        #expect(board.json["jobs"]?["active"] == .null)
        #expect((try? JSONReader.read(Array(board.json.text.utf8))) != nil)
    }

    @Test("lists the oldest instances and cleans what the server says")
    func instances() throws {
        func instance(_ id: String, _ started: Int) throws -> LiveInstance {
            LiveInstance(
                try JSONReader.read(
                    Array(
                        #"{"id":"\#(id)","tenant_id":1,"function_id":"f","export":"\u001b[2Jrun","state":"running","#
                            .utf8)
                        + Array(#""started_unix_ms":\#(started),"memory_bytes":65536}"#.utf8)))
        }
        let board = try board(instances: [instance("2", 1_080_000), instance("1", 1_030_000)])
        #expect(board.oldest?.map(\.id) == ["1", "2"])
        let lines = board.lines(server: "s")
        #expect(lines.contains { $0.hasPrefix("1   1       f         run     running  1 min 0 s") })
        #expect(!lines.joined().contains("\u{1B}"))
    }

    @Test("prints one board and ends when asked to look once")
    func once() async throws {
        let answers = [
            "GET /metrics": [CannedServer.Answer(Self.before), CannedServer.Answer(Self.after)],
            "GET /instances?tenants=all": [CannedServer.Answer.error(403, "tenant_scope_denied")],
            "GET /instances": [CannedServer.Answer(#"{"instances":[]}"#)],
        ]
        try await CannedServer.with(sequences: answers) { url, _ in
            let recorded = RecordedConsole(isTerminal: true)
            #expect(await recorded.run("observe", "--once", "--interval", "0.1", "--server", url) == 0)
            #expect(recorded.output.contains("invocations  "))
            #expect(!recorded.output.contains("\u{1B}"))
            #expect(!recorded.output.contains("not shown"))
        }
        try await CannedServer.with(sequences: answers) { url, server in
            let token = try TemporaryFile("metrics-token\n", name: "token")
            let recorded = RecordedConsole(environment: ["TENSOR_WASM_TOKEN": "api-token"])
            let status = await recorded.run(
                "observe", "--once", "--interval", "0.1", "--server", url, "--output", "json", "--metrics-token-file",
                token.path)
            #expect(status == 0)
            let board = try JSONReader.read(Array(recorded.output.utf8))
            #expect(board["jobs"]?["active"] == .number("7"))
            let tokens = server.requests.map { ($0.target, $0.headers["Authorization"]) }
            #expect(tokens.allSatisfy { $1 == [$0 == "/metrics" ? "Bearer metrics-token" : "Bearer api-token"] })
        }
    }

    @Test("fails when the metrics cannot be had at all")
    func refused() async throws {
        try await CannedServer.with(["GET /metrics": CannedServer.Answer.error(401, "unauthorized")]) { url, _ in
            #expect(await RecordedConsole().run("observe", "--server", url) == 1)
        }
        try await CannedServer.with(["GET /metrics": CannedServer.Answer("<html>")]) { url, _ in
            #expect(await RecordedConsole().run("observe", "--server", url) == 1)
        }
    }
}
