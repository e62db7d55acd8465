import Testing

@testable import CLI

@Suite("A client command")
struct ClientTests {
    private static let id = "0b4e7f5e-6a0c-4d8e-9f53-0d9c6b6a1c11"
    private static let newer = "1b4e7f5e-6a0c-4d8e-9f53-0d9c6b6a1c22"

    private static func record(_ id: String, _ name: String, created: Int = 1) -> String {
        #"{"id":"\#(id)","name":"\#(name)","tenant_id":0,"digest":"d","size_bytes":12,"exports":["#
            + #"{"name":"add","parameters":["i32","i32"],"results":["i32"]},{"name":"sub","parameters":[],"results":[]}],"#
            + #""created_unix_ms":\#(created)}"#
    }

    private static func page(_ records: [String], next: String = "null") -> CannedServer.Answer {
        .init(#"{"functions":[\#(records.joined(separator: ","))],"next_cursor":\#(next)}"#)
    }

    @Test("uploads a module as it is, under the file's name")
    func deploy() async throws {
        let file = try TemporaryFile("(module)", name: "add one.wat")
        let name = FileInput.baseName(of: file.path)
        let target = "POST /functions?name=\(PercentEncoding.encode(name))"
        try await CannedServer.with([target: .init(Self.record(Self.id, name))]) { url, server in
            let recorded = RecordedConsole()
            #expect(await recorded.run("deploy", file.path, "--server", url) == 0)
            #expect(recorded.output == "\(Self.id)  \(name)\n")
            let request = try #require(server.requests.first)
            #expect(request.body == "(module)")
            #expect(request.headers["Content-Type"] == ["application/wat"])
            #expect(request.headers["Content-Length"] == ["8"])
            #expect(request.target.contains("add%20one"))
        }
    }

    @Test("shows nothing of an upload's progress that lasts less than a second")
    func quietUpload() async throws {
        let file = try TemporaryFile("\0asm\u{1}\0\0\0", name: "m.wasm")
        try await CannedServer.with(["POST /functions?name=n": .init(Self.record(Self.id, "n"))]) { url, server in
            let recorded = RecordedConsole(isTerminal: true)
            let start = ContinuousClock.now
            #expect(await recorded.run("deploy", file.path, "--name", "n", "--server", url) == 0)
            // On a busy machine the upload may really last that long.
            #expect(recorded.errors.isEmpty || ContinuousClock.now - start >= .seconds(1))
            #expect(server.requests.first?.headers["Content-Type"] == ["application/wasm"])
        }
    }

    @Test("collects a listing from all its pages")
    func pages() async throws {
        let answers = [
            "GET /functions?limit=1000": Self.page([Self.record(Self.id, "a")], next: "\"c+1\""),
            "GET /functions?limit=1000&cursor=c%2B1": Self.page([Self.record(Self.newer, "longer")]),
        ]
        try await CannedServer.with(answers) { url, _ in
            let recorded = RecordedConsole(environment: ["TENSOR_WASM_SERVER": url])
            #expect(await recorded.run("functions") == 0)
            #expect(
                recorded.output == """
                    ID                                    NAME    BYTES  EXPORTS
                    \(Self.id)  a       12     add sub
                    \(Self.newer)  longer  12     add sub

                    """)
            let json = RecordedConsole()
            #expect(await json.run("functions", "list", "--server", url + "/", "--output", "json") == 0)
            let listing = try JSONReader.read(Array(json.output.utf8))
            #expect(listing["functions"]?.array?.count == 2)
        }
    }

    @Test("gives up on a listing that does not end")
    func endlessPages() async throws {
        let answers = [
            "GET /functions?limit=1000&name=x": Self.page([Self.record(Self.id, "x")], next: "\"c\""),
            "GET /functions?limit=1000&name=x&cursor=c": Self.page([Self.record(Self.id, "x")], next: "\"c\""),
        ]
        try await CannedServer.with(answers) { url, _ in
            let recorded = RecordedConsole()
            #expect(await recorded.run("functions", "--name", "x", "--server", url) == 1)
            #expect(recorded.errors.contains("does not end"))
        }
    }

    @Test("calls the newest function of a name with exact arguments")
    func invokeByName() async throws {
        let answers = [
            "GET /functions?limit=1000&name=add": Self.page([
                Self.record(Self.newer, "add", created: 9), Self.record(Self.id, "add", created: 3),
            ]),
            "POST /functions/\(Self.newer)/invoke": .init(
                #"{"function_id":"x","result":[9007199254740993],"stdout":"a\u001b[1mb","stderr":"e\n"}"#),
        ]
        try await CannedServer.with(answers) { url, server in
            let recorded = RecordedConsole(isTerminal: true)
            let status = await recorded.run(
                "invoke", "add", "--server", url, "--tenant", "7", "--token", "t0", "--export", "main", "--args",
                #"[9007199254740993, "x"]"#, "--input", "in", "--deadline-ms", "50")
            #expect(status == 0)
            #expect(recorded.output == "ab\n9007199254740993\n")
            #expect(recorded.errors == "e\n")
            let request = try #require(server.requests.last)
            #expect(request.body == #"{"export":"main","args":[9007199254740993,"x"],"input":"in"}"#)
            #expect(request.headers["X-TensorWasm-Deadline-Ms"] == ["50"])
            #expect(request.headers["X-TensorWasm-Tenant"] == ["7"])
            #expect(request.headers["Authorization"] == ["Bearer t0"])
        }
    }

    @Test("sends a file as input in base64")
    func inputFile() async throws {
        let file = try TemporaryFile("bytes", name: "in")
        try await CannedServer.with(["POST /functions/\(Self.id)/invoke": .init(#"{"result":"ok"}"#)]) { url, server in
            let recorded = RecordedConsole()
            #expect(await recorded.run("invoke", Self.id, "--server", url, "--input-file", file.path) == 0)
            #expect(recorded.output == "ok\n")
            #expect(server.requests.first?.body == #"{"args":[],"input_b64":"Ynl0ZXM="}"#)
        }
    }

    @Test(
        "ends with the status that the answer deserves",
        arguments: [
            (500, "wasmtime", Int32(4)), (504, "invoke_timeout", 4), (500, "internal", 1), (404, "not_found", 1),
            (405, "method_not_allowed", 3), (501, "not_implemented", 3), (400, "invalid_args", 2),
            (401, "unauthorized", 1),
            (503, "capacity_exhausted", 1),
        ])
    func statuses(_ status: Int, _ kind: String, _ expected: Int32) async throws {
        let answer = CannedServer.Answer.error(
            status, kind, kind == "wasmtime" ? #","trap":"unreachable","frames":[{"function":"f","offset":3}]"# : "")
        try await CannedServer.with(["POST /functions/\(Self.id)/invoke": answer]) { url, _ in
            let recorded = RecordedConsole()
            #expect(await recorded.run("invoke", Self.id, "--server", url) == expected)
            #expect(recorded.errors.hasPrefix("error: \(kind): what went wrong (request id r-1)\n"))
            #expect(recorded.errors.contains("  trap: unreachable\n    at f (byte 3)\n") == (kind == "wasmtime"))
        }
    }

    @Test("ends with status 3 when the server does not know the route")
    func unknownRoute() async throws {
        try await CannedServer.with([:]) { url, _ in
            #expect(await RecordedConsole().run("functions", "--server", url) == 3)
            #expect(await RecordedConsole().run("metrics", "--server", url) == 3)
        }
        let plain = ["GET /functions/\(Self.id)": CannedServer.Answer(404, "<html>")]
        try await CannedServer.with(plain) { url, _ in
            #expect(await RecordedConsole().run("functions", "show", Self.id, "--server", url) == 3)
        }
    }

    @Test("shows one function and deletes one that its name identifies")
    func showAndDelete() async throws {
        let answers = [
            "GET /functions/\(Self.id)": CannedServer.Answer(Self.record(Self.id, "a")),
            "GET /functions?limit=2&name=a": Self.page([Self.record(Self.id, "a")]),
            "GET /functions?limit=2&name=b": Self.page([Self.record(Self.id, "b"), Self.record(Self.newer, "b")]),
            "GET /functions?limit=2&name=none": Self.page([]),
            "DELETE /functions/\(Self.id)": CannedServer.Answer(204, ""),
        ]
        try await CannedServer.with(answers) { url, _ in
            let shown = RecordedConsole()
            #expect(await shown.run("functions", "show", Self.id.uppercased(), "--server", url) == 0)
            #expect(shown.output.contains("exports          add(i32, i32) -> (i32), sub() -> ()\n"))
            let deleted = RecordedConsole()
            #expect(await deleted.run("functions", "delete", "a", "--server", url) == 0)
            #expect(deleted.output == "deleted \(Self.id)\n")
            #expect(await RecordedConsole().run("functions", "delete", "b", "--server", url) == 2)
            #expect(await RecordedConsole().run("functions", "delete", "none", "--server", url) == 1)
        }
    }

    @Test("never asks for a path that an answer's id would lead to")
    func hostileID() async throws {
        let page = Self.page([Self.record("../../metrics", "x")])
        try await CannedServer.with(["GET /functions?limit=1000&name=x": page]) { url, server in
            #expect(await RecordedConsole().run("invoke", "x", "--server", url) == 1)
            #expect(server.requests.count == 1)
        }
    }

    @Test("prints the metrics as they are")
    func metrics() async throws {
        try await CannedServer.with(["GET /metrics": .init("a 1\nb 2\n")]) { url, server in
            let recorded = RecordedConsole(environment: ["TENSOR_WASM_TOKEN": "m"])
            #expect(await recorded.run("metrics", "--server", url) == 0)
            #expect(recorded.output == "a 1\nb 2\n")
            #expect(server.requests.first?.headers["Authorization"] == ["Bearer m"])
        }
    }

    @Test("says how to start a server when none is there")
    func unreachable() async throws {
        var closed = ""
        try await CannedServer.with([:]) { url, _ in closed = url }
        let recorded = RecordedConsole()
        #expect(await recorded.run("functions", "--server", closed) == 1)
        #expect(recorded.errors.contains("cannot reach the server at \(closed) (is it running? `tensor-wasm serve`)"))
    }

    @Test("does not follow a redirect with its token")
    func redirect() async throws {
        try await CannedServer.with(["GET /metrics": .init(302, "")]) { url, server in
            #expect(await RecordedConsole().run("metrics", "--server", url, "--token", "t") == 1)
            #expect(server.requests.count == 1)
        }
    }
}
