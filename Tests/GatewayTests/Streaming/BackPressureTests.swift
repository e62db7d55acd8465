import Testing

@testable import Gateway

@Suite(.timeLimit(.minutes(5)))
struct BackPressureTests {
    private let chunks = "tensor_wasm_streaming_chunks_emitted_total"
    private let total = 64 << 20

    @Test func `a client that does not read holds its guest up, and nobody else`() async throws {
        try await withTestServer { server in
            let id = try await server.deploy(Guest.streaming)
            try await server.withStreamClient { client in
                // Emits without end: it succeeds when it is told that the total is used up.
                try await client.send(Request.stream(id, #"{"export":"flood","args":[-2]}"#))
                #expect(try await client.head().status == 200)
                // The buffers of the sockets fill up, and then nothing moves.
                var (before, now) = (-1.0, 0.0)
                while now != before || now == 0 {
                    for index in 0..<20 {
                        let other = try await server.invoke(id, #"{"export":"add","args":[20,\#(index)]}"#)
                        #expect(other.text == #"{"function_id":"\#(id)","result":[\#(20 + index)]}"#)
                    }
                    (before, now) = (now, try await server.metrics()[chunks] ?? 0)
                }
                let page = try await server.metrics()
                #expect(page["tensor_wasm_active_instances"] == 1)
                // Kernel buffers on both sides have a few megabytes; the stream would have 64.
                #expect(now > 0 && Int(now) << 16 < total / 2, "\(now) chunks")

                let rest = try await client.rest()
                #expect(rest.isComplete && rest.body.count == total)
                #expect(client.trailers == ["x-tensorwasm-status": "ok"])
            }
            #expect(try await server.metrics()[chunks] == 1_024)
            try await server.expectHealthy()
        }
    }

    @Test func `a guest that waits for its client meets its deadline`() async throws {
        try await withTestServer { server in
            let id = try await server.deploy(Guest.streaming)
            try await server.withStreamClient { client in
                let headers = ["x-tensorwasm-deadline-ms": "300"]
                try await client.send(
                    Request.stream(id, #"{"export":"flood","args":[0]}"#, accept: TestServer.events, headers: headers))
                try await server.metrics(until: { $0.invocations("timeout") == 1 }, "the call did not end")
                #expect(try await client.head().status == 200)
                let events = EventReader(try await client.rest().body).events
                #expect(events.last?.data.contains("deadline_elapsed") == true)
                // What the guest was told it had emitted arrives.
                #expect(events.count > 32)
            }
            try await server.expectHealthy()
        }
    }
}
