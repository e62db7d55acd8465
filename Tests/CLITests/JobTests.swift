import Testing

@testable import CLI

@Suite("A command for jobs")
struct JobTests {
    private static let job = "0b4e7f5e-6a0c-4d8e-9f53-0d9c6b6a1c11"
    private static let function = "1b4e7f5e-6a0c-4d8e-9f53-0d9c6b6a1c22"

    private static func record(_ status: String, _ more: String = "") -> CannedServer.Answer {
        .init(
            #"{"id":"\#(job)","function_id":"\#(function)","tenant_id":0,"status":"\#(status)","attempts":1,"#
                + #""created_unix_ms":1700000000123\#(more)}"#)
    }

    private static let completed = record(
        "completed",
        #","started_unix_ms":1700000001000,"finished_unix_ms":1700000002250,"#
            + #""result":{"function_id":"\#(function)","result":[42],"stdout":"a\u001b[1mb"}"#)
    private static let failed = record("failed", #","result":{"kind":"wasmtime","message":"m","trap":"unreachable"}"#)

    @Test("lists jobs with the filters asked for, and says when there are more")
    func list() async throws {
        let record = Self.completed.body
        let answers = [
            "GET /functions?limit=1000&name=add": CannedServer.Answer(
                #"{"functions":[{"id":"\#(Self.function)","name":"add","created_unix_ms":1}],"next_cursor":null}"#),
            "GET /jobs?limit=1&status=completed&function_id=\(Self.function)": .init(
                #"{"jobs":[\#(record)],"next_cursor":"c"}"#),
        ]
        try await CannedServer.with(answers) { url, _ in
            let recorded = RecordedConsole()
            let status = await recorded.run(
                "jobs", "list", "--server", url, "--status", "completed", "--function", "add", "--limit", "1")
            #expect(status == 0)
            #expect(
                recorded.output == """
                    ID                                    STATUS     FUNCTION                              \
                    CREATED               SECONDS  ATTEMPTS
                    \(Self.job)  completed  \(Self.function)  2023-11-14T22:13:20Z  1.250    1

                    """)
            #expect(recorded.errors.contains("--all"))
        }
    }

    @Test("collects all jobs from all pages")
    func pages() async throws {
        let record = Self.completed.body
        let answers = [
            "GET /jobs?limit=1000": CannedServer.Answer(#"{"jobs":[\#(record)],"next_cursor":"c"}"#),
            "GET /jobs?limit=1000&cursor=c": .init(#"{"jobs":[\#(record)],"next_cursor":null}"#),
        ]
        try await CannedServer.with(answers) { url, _ in
            let recorded = RecordedConsole()
            #expect(await recorded.run("jobs", "list", "--all", "--server", url, "--output", "json") == 0)
            let listing = try JSONReader.read(Array(recorded.output.utf8))
            #expect(listing["jobs"]?.array?.count == 2)
            #expect(recorded.errors.isEmpty)
        }
    }

    @Test("shows a job and cancels one")
    func showAndCancel() async throws {
        let answers = [
            "GET /jobs/\(Self.job)": Self.completed,
            "DELETE /jobs/\(Self.job)": CannedServer.Answer(202, #"{"id":"\#(Self.job)","status":"cancelled"}"#),
        ]
        try await CannedServer.with(answers) { url, _ in
            let shown = RecordedConsole()
            #expect(await shown.run("jobs", "show", Self.job.uppercased(), "--server", url) == 0)
            #expect(shown.output.contains("\ncreated      2023-11-14T22:13:20Z\n"))
            #expect(shown.output.contains(#""result":[42]"#))
            let cancelled = RecordedConsole()
            #expect(await cancelled.run("jobs", "cancel", Self.job, "--server", url) == 0)
            #expect(cancelled.output == "cancelled \(Self.job)\n")
        }
    }

    @Test("fails when a job has ended before it could be cancelled, or is not there")
    func refusedCancel() async throws {
        let answers = ["DELETE /jobs/\(Self.job)": CannedServer.Answer.error(409, "job_finished")]
        try await CannedServer.with(answers) { url, _ in
            #expect(await RecordedConsole().run("jobs", "cancel", Self.job, "--server", url) == 1)
            #expect(await RecordedConsole().run("jobs", "show", Self.job, "--server", url) == 1)
        }
    }

    @Test("waits for a job's end and prints what the call would have printed")
    func wait() async throws {
        let answers = ["GET /jobs/\(Self.job)": [Self.record("pending"), Self.record("pending"), Self.completed]]
        try await CannedServer.with(sequences: answers) { url, server in
            let recorded = RecordedConsole(isTerminal: true)
            #expect(await recorded.run("jobs", "wait", Self.job, "--server", url) == 0)
            #expect(recorded.output == "ab\n42\n")
            #expect(server.requests.count == 3)
        }
    }

    @Test("waits for a server that is away for a moment, but not for one that never was there")
    func absence() async throws {
        let away = CannedServer.Answer.error(503, "not_ready")
        try await CannedServer.with(sequences: [
            "GET /jobs/\(Self.job)": [Self.record("pending"), away, away, Self.completed]
        ]) {
            url, _ in
            let recorded = RecordedConsole()
            #expect(await recorded.run("jobs", "wait", Self.job, "--server", url) == 0)
            #expect(recorded.errors.split(separator: "\n").count == 1)
        }
        try await CannedServer.with(sequences: ["GET /jobs/\(Self.job)": [away, Self.completed]]) { url, server in
            #expect(await RecordedConsole().run("jobs", "wait", Self.job, "--server", url) == 1)
            #expect(server.requests.count == 1)
        }
    }

    @Test(
        "ends with the status that the job's end deserves",
        arguments: [
            ("failed", Int32(4), "trap: unreachable"), ("cancelled", 1, "cancelled"), ("pending", 1, "timeout"),
        ])
    func statuses(_ status: String, _ expected: Int32, _ reason: String) async throws {
        let answer = status == "failed" ? Self.failed : Self.record(status)
        try await CannedServer.with(["GET /jobs/\(Self.job)": answer]) { url, _ in
            let recorded = RecordedConsole()
            #expect(await recorded.run("jobs", "wait", Self.job, "--server", url, "--timeout", "0") == expected)
            #expect(recorded.errors.contains(reason))
            #expect(recorded.output.isEmpty)
        }
    }

    @Test("prints the record of a job that failed when JSON was asked for")
    func failedRecord() async throws {
        try await CannedServer.with(["GET /jobs/\(Self.job)": Self.failed]) { url, _ in
            let recorded = RecordedConsole()
            #expect(await recorded.run("jobs", "wait", Self.job, "--server", url, "--output", "json") == 4)
            #expect(recorded.output == Self.failed.body + "\n")
            let error = try JSONReader.read(Array(recorded.errors.utf8))
            #expect(error["error"]?["trap"] == .string("unreachable"))
        }
    }

    @Test("leaves a job with the server under a key, and prints its id")
    func asynchronous() async throws {
        let target = "POST /functions/\(Self.function)/invoke-async"
        let accepted = CannedServer.Answer(202, #"{"job_id":"\#(Self.job)"}"#)
        try await CannedServer.with([target: accepted]) { url, server in
            let recorded = RecordedConsole()
            let status = await recorded.run(
                "invoke", Self.function, "--async", "--server", url, "--args", "[1]", "--idempotency-key", "order-17",
                "--tenant", "3")
            #expect(status == 0)
            #expect(recorded.output == "\(Self.job)\n")
            let request = try #require(server.requests.first)
            #expect(request.headers["Idempotency-Key"] == ["order-17"])
            #expect(request.headers["X-TensorWasm-Tenant"] == ["3"])
            #expect(request.body == #"{"args":[1]}"#)
        }
    }

    @Test("waits for the job it left when asked to")
    func asynchronousWait() async throws {
        let target = "POST /functions/\(Self.function)/invoke-async"
        let accepted = CannedServer.Answer(202, #"{"job_id":"\#(Self.job)"}"#)
        for (end, expected, output) in [(Self.completed, Int32(0), "a\u{1B}[1mb\n42\n"), (Self.failed, 4, "")] {
            let answers = [target: [accepted], "GET /jobs/\(Self.job)": [Self.record("pending"), end]]
            try await CannedServer.with(sequences: answers) { url, _ in
                let recorded = RecordedConsole()
                #expect(await recorded.run("invoke", Self.function, "--async", "--wait", "--server", url) == expected)
                #expect(recorded.output == output)
                #expect(recorded.errors.hasPrefix("job \(Self.job)\n"))
            }
        }
    }

    @Test("never asks for a path that an answer's id would lead to")
    func hostileID() async throws {
        let target = "POST /functions/\(Self.function)/invoke-async"
        try await CannedServer.with([target: CannedServer.Answer(202, #"{"job_id":"../functions"}"#)]) { url, server in
            #expect(await RecordedConsole().run("invoke", Self.function, "--async", "--wait", "--server", url) == 1)
            #expect(server.requests.count == 1)
        }
    }

    @Test("uploads a module under a key")
    func deployKey() async throws {
        let file = try TemporaryFile("(module)", name: "m.wat")
        let answers = ["POST /functions?name=n": CannedServer.Answer(#"{"id":"\#(Self.function)","name":"n"}"#)]
        try await CannedServer.with(answers) { url, server in
            let recorded = RecordedConsole()
            let status = await recorded.run(
                "deploy", file.path, "--name", "n", "--server", url, "--idempotency-key", "k")
            #expect(status == 0)
            #expect(server.requests.first?.headers["Idempotency-Key"] == ["k"])
        }
    }
}
