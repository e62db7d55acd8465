import Testing

@testable import CLI

@Suite("A streamed call")
struct StreamTests {
    private static let id = "0b4e7f5e-6a0c-4d8e-9f53-0d9c6b6a1c11"
    private static let target = "POST /functions/\(id)/invoke-stream"

    private static func answer(
        _ framing: CannedServer.Answer.Framing, body: String = "", status: Int = 200
    ) -> CannedServer.Answer {
        var answer = CannedServer.Answer(status, body)
        answer.framing = framing
        answer.headers = [("X-Request-Id", "r-7")]
        return answer
    }

    @Test("passes the guest's bytes on as they are")
    func bytes() async throws {
        let answer = Self.answer(.pieces(["a\u{1B}[1m", "b", "\u{0}"], nil))
        try await CannedServer.with([Self.target: answer]) { url, server in
            let recorded = RecordedConsole()
            #expect(await recorded.run("invoke", Self.id, "--stream", "--server", url, "--args", "[1]") == 0)
            #expect(recorded.output == "a\u{1B}[1mb\u{0}")
            let request = try #require(server.requests.first)
            #expect(request.headers["Accept"] == ["application/octet-stream"])
            #expect(request.body == #"{"args":[1]}"#)
        }
    }

    @Test("writes the first piece before the guest has ended", .timeLimit(.minutes(1)))
    func liveness() async throws {
        let gate = CannedServer.Gate()
        try await CannedServer.with([Self.target: Self.answer(.pieces(["first", "second"], gate))]) { url, _ in
            // The rest comes only after the first piece was printed.
            let recorded = RecordedConsole(hasPrinted: { if $0 == "first" { gate.open() } })
            #expect(await recorded.run("invoke", Self.id, "--stream", "--server", url) == 0)
            #expect(recorded.output == "firstsecond")
        }
    }

    @Test("ends with status 4 when the bytes are cut off, and keeps what came")
    func cut() async throws {
        try await CannedServer.with([Self.target: Self.answer(.cut, body: "half")]) { url, _ in
            let recorded = RecordedConsole()
            #expect(await recorded.run("invoke", Self.id, "--stream", "--server", url) == 4)
            #expect(recorded.output == "half")
            #expect(recorded.errors.contains("stream_aborted") && recorded.errors.contains("r-7"))
        }
    }

    @Test("shows text on a terminal, cleaned")
    func terminal() async throws {
        let events = [
            ": keep-alive\n\nevent: chunk\ndata: a\u{1B}[2J\nda", "ta: b\n\nevent: done\ndata: {\"status\":\"ok\"}\n\n",
        ]
        try await CannedServer.with([Self.target: Self.answer(.pieces(events, nil))]) { url, server in
            let recorded = RecordedConsole(isTerminal: true)
            #expect(await recorded.run("invoke", Self.id, "--stream", "--server", url) == 0)
            #expect(recorded.output == "a\nb")
            #expect(server.requests.first?.headers["Accept"] == ["text/event-stream"])
        }
    }

    @Test("prints one line for each event when JSON was asked for, and tells why the guest failed")
    func json() async throws {
        let events =
            "event: chunk\ndata: x\n\nevent: error\ndata: {\"reason\":\"deadline_elapsed\",\"message\":\"m\"}\n\n"
        try await CannedServer.with([Self.target: Self.answer(.pieces([events], nil))]) { url, _ in
            let recorded = RecordedConsole()
            #expect(await recorded.run("invoke", Self.id, "--stream", "--server", url, "--output", "json") == 4)
            #expect(
                recorded.output == """
                    {"event":"chunk","data":"x"}
                    {"event":"error","data":{"reason":"deadline_elapsed","message":"m"}}

                    """)
            #expect(recorded.errors.contains("deadline_elapsed"))
        }
    }

    @Test("ends with status 1 when the events end without an end")
    func lostEvents() async throws {
        for framing in [CannedServer.Answer.Framing.pieces(["event: chunk\ndata: x\n\n"], nil), .cut] {
            try await CannedServer.with([Self.target: Self.answer(framing)]) { url, _ in
                let recorded = RecordedConsole(isTerminal: true)
                #expect(await recorded.run("invoke", Self.id, "--stream", "--server", url) == 1)
                #expect(recorded.errors.contains("stream_aborted"))
            }
        }
    }

    @Test("fails like any call when it is refused before it begins")
    func refused() async throws {
        let refusal = CannedServer.Answer.error(504, "invoke_timeout")
        try await CannedServer.with([Self.target: refusal]) { url, _ in
            let recorded = RecordedConsole()
            #expect(await recorded.run("invoke", Self.id, "--stream", "--server", url) == 4)
            #expect(recorded.errors.contains("invoke_timeout: what went wrong (request id r-1)"))
        }
    }
}
