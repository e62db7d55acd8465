import Testing

@testable import Gateway

@Suite(.timeLimit(.minutes(5)))
struct StreamTests {
    typealias Event = EventReader.Event

    private let done = Event(name: "done", data: #"{"status":"ok"}"#)

    @Test(arguments: [1, 3, 1_000, 65_536])
    func `bytes arrive as the guest emitted them, and the trailer tells the end`(size: Int) async throws {
        try await withTestServer { server in
            let id = try await server.deploy(Guest.streaming)
            let input = String(repeating: "0123456789\r\n\u{FFFD}", count: 40)
            let answer = try await server.stream(
                id, #"{"export":"echo","args":[\#(size)],"input":\#(Request.json(input))}"#)
            #expect(answer.head.status == 200 && answer.isComplete)
            #expect(answer.head["content-type"] == "application/octet-stream")
            #expect(answer.head["trailer"] == "X-TensorWasm-Status")
            #expect(answer.head["cache-control"] == "no-store" && answer.head["x-accel-buffering"] == "no")
            #expect(answer.head["x-request-id"] != nil && answer.head["x-trace-id"] != nil)
            #expect(answer.head["content-length"] == nil)
            #expect(answer.text == input)
            #expect(answer.trailers == ["x-tensorwasm-status": "ok"])
            let chunks = (input.utf8.count + size - 1) / size
            #expect(try await server.metrics()["tensor_wasm_streaming_chunks_emitted_total"] == Double(chunks))
            try await server.expectHealthy()
        }
    }

    @Test(arguments: [1, 2, 5, 65_536])
    func `events carry the text, whole characters and all lines, and end with done`(size: Int) async throws {
        try await withTestServer { server in
            let id = try await server.deploy(Guest.streaming)
            let answer = try await server.stream(
                id, #"{"export":"echo","args":[\#(size)],"input":"a€b\nc\r\nd\n\n😀"}"#, accept: TestServer.events)
            #expect(answer.head.status == 200 && answer.isComplete)
            #expect(answer.head["content-type"] == "text/event-stream")
            #expect(answer.head["cache-control"] == "no-store" && answer.head["x-accel-buffering"] == "no")
            #expect(EventReader(answer.body).text == "a€b\nc\nd\n\n😀")
            #expect(answer.events.last == done && answer.events.filter { $0.name != "chunk" }.count == 1)
        }
    }

    @Test func `a guest that emits nothing has an empty stream`() async throws {
        try await withTestServer { server in
            let id = try await server.deploy(Guest.streaming)
            let bytes = try await server.stream(id, #"{"export":"add","args":[1,2]}"#)
            #expect(bytes.body.isEmpty && bytes.isComplete && bytes.trailers == ["x-tensorwasm-status": "ok"])
            let events = try await server.stream(id, #"{"export":"add","args":[1,2]}"#, accept: TestServer.events)
            #expect(events.events == [done])
        }
    }

    @Test func `the connection serves other requests after a stream`() async throws {
        try await withTestServer { server in
            let id = try await server.deploy(Guest.streaming)
            try await server.withStreamClient { client in
                for text in ["one", "two"] {
                    let body = #"{"export":"echo","args":[2],"input":"\#(text)"}"#
                    try await client.send(Request.stream(id, body, accept: TestServer.events))
                    #expect(try await client.head().status == 200)
                    #expect(EventReader(try await client.rest().body).text == text)
                }
            }
        }
    }

    @Test(arguments: [nil, TestServer.events])
    func `the first chunk reaches the client while the guest runs`(accept: String?) async throws {
        try await withTestServer { server in
            let id = try await server.deploy(Guest.streaming)
            try await server.withStreamClient { client in
                try await client.send(Request.stream(id, #"{"export":"first","input":"token"}"#, accept: accept))
                #expect(try await client.head().status == 200)
                let piece = try #require(try await client.piece())
                #expect(String(decoding: piece, as: UTF8.self).contains("token"))
                // The guest never ends by itself, and is still there.
                #expect(try await server.metrics()["tensor_wasm_active_instances"] == 1)
                try await client.close()
            }
            try await server.metrics(until: { $0.invocations("cancelled") == 1 }, "the call was not cancelled")
            try await server.expectHealthy()
        }
    }

    @Test func `a deadline is the last event, and cuts bytes off`() async throws {
        try await withTestServer { server in
            let id = try await server.deploy(Guest.streaming)
            let headers = ["x-tensorwasm-deadline-ms": "200"]
            let call = #"{"export":"first","input":"x"}"#
            let events = try await server.stream(id, call, accept: TestServer.events, headers: headers)
            #expect(events.isComplete && events.events.map(\.name) == ["chunk", "error"])
            #expect(events.events.last?.data.contains(#""reason":"deadline_elapsed""#) == true)
            let bytes = try await server.stream(id, call, headers: headers)
            #expect(bytes.text == "x" && !bytes.isComplete && bytes.trailers.isEmpty)
            #expect(try await server.metrics().invocations("timeout") == 2)
            try await server.expectHealthy()
        }
    }

    @Test(arguments: [("fault", "the guest trapped: unreachable"), ("leave", "the guest left with code 3")])
    func `a guest's fault is the last event, and cuts bytes off`(export: String, message: String) async throws {
        try await withTestServer { server in
            let id = try await server.deploy(Guest.streaming)
            let call = #"{"export":"\#(export)","input":"x"}"#
            let events = try await server.stream(id, call, accept: TestServer.events)
            let data = #"{"reason":"wasm_error","message":"\#(message)"}"#
            #expect(events.events == [Event(name: "chunk", data: "x"), Event(name: "error", data: data)])
            let bytes = try await server.stream(id, call)
            #expect(bytes.text == "x" && !bytes.isComplete)
            try await server.expectHealthy()
        }
    }

    @Test func `a fault before the first chunk is an event, or an ordinary error instead of bytes`() async throws {
        try await withTestServer { server in
            let id = try await server.deploy(Guest.streaming)
            let events = try await server.stream(id, #"{"export":"fault"}"#, accept: TestServer.events)
            #expect(events.head.status == 200 && events.events.map(\.name) == ["error"])
            try expectRefusal(try await server.refusedStream(id, #"{"export":"fault"}"#), 500, "wasmtime")
            let headers = ["x-tensorwasm-deadline-ms": "50"]
            let late = try await server.stream(id, #"{"export":"first"}"#, accept: TestServer.events, headers: headers)
            #expect(late.events.count == 1 && late.events[0].data.contains("deadline_elapsed"))
            let refused = try await server.refusedStream(id, #"{"export":"first"}"#, headers: headers)
            try expectRefusal(refused, 504, "invoke_timeout")
        }
    }

    @Test(arguments: [nil, TestServer.events])
    func `what is refused before a guest runs is an ordinary error`(accept: String?) async throws {
        try await withTestServer { server in
            let id = try await server.deploy(Guest.streaming)
            let unknown = "00000000-0000-4000-8000-000000000000"
            for (id, body, status, kind) in [
                (unknown, "{}", 404, "not_found"), (id, "{", 400, "invalid_json"),
                (id, #"{"export":"none"}"#, 400, "missing_export"),
                (id, #"{"export":"echo"}"#, 400, "invalid_args"),
            ] {
                try expectRefusal(try await server.refusedStream(id, body, accept: accept), status, kind)
            }
            let late = try await server.refusedStream(
                id, "{}", accept: accept, headers: ["x-tensorwasm-deadline-ms": "0"])
            try expectRefusal(late, 400, "bad_request")
        }
    }

    @Test func `a call that is not streamed has no stream`() async throws {
        try await withTestServer { server in
            let id = try await server.deploy(Guest.streaming)
            let answer = try await server.invoke(id, #"{"export":"answer"}"#)
            #expect(answer.text == #"{"function_id":"\#(id)","result":[-1,-1]}"#)
        }
    }
}
