import Testing

@testable import Gateway

@Suite(.timeLimit(.minutes(5)))
struct LeavingStreamTests {
    /// The ways in which the client of a stream can go.
    enum Farewell: CaseIterable {
        case close
        case reset
        case halfClose
    }

    private func leave(_ client: StreamClient, _ farewell: Farewell) async throws {
        switch farewell {
        case .close: try await client.close()
        case .reset: try await client.reset()
        case .halfClose:
            try await client.finishSending()
            _ = try await client.rest()
        }
    }

    @Test(arguments: Farewell.allCases, [nil, TestServer.events])
    func `a guest learns that its client has left, and may end by itself`(
        farewell: Farewell, accept: String?
    ) async throws {
        try await withTestServer { server in
            let id = try await server.deploy(Guest.streaming)
            try await server.withStreamClient { client in
                // It traps when it is told anything but -3.
                let call = #"{"export":"flood","args":[-3]}"#
                try await client.send(Request.stream(id, call, accept: accept))
                _ = try await client.head()
                _ = try await client.piece()
                try await leave(client, farewell)
            }
            try await server.metrics(until: { $0.invocations("ok") == 1 }, "the guest did not learn it")
            try await server.expectHealthy()
        }
    }

    @Test(arguments: ["stay", "first"])
    func `a guest that goes on without its client is cancelled`(export: String) async throws {
        try await withTestServer { server in
            let id = try await server.deploy(Guest.streaming)
            try await server.withStreamClient { client in
                try await client.send(Request.stream(id, #"{"export":"\#(export)","input":"x"}"#))
                _ = try await client.head()
                try await client.close()
            }
            try await server.metrics(until: { $0.invocations("cancelled") == 1 }, "the call was not cancelled")
            try await server.expectHealthy()
        }
    }

    @Test func `a call that waits for an instance is withdrawn when its client leaves`() async throws {
        try await withTestServer(["LIMIT_INSTANCES": "1"]) { server in
            let id = try await server.deploy(Guest.streaming)
            try await server.withStreamClient { running in
                try await running.send(Request.stream(id, #"{"export":"first","input":"x"}"#))
                _ = try await running.head()
                try await server.withStreamClient { waiting in
                    try await waiting.send(Request.stream(id, #"{"export":"first"}"#))
                    try await server.metrics(
                        until: { $0["tensor_wasm_admission_queue_depth"] == 1 }, "the second call does not wait")
                    try await waiting.close()
                }
                let page = try await server.metrics(
                    until: { $0["tensor_wasm_admission_queue_depth"] == 0 }, "the second call still waits")
                #expect(page["tensor_wasm_active_instances"] == 1)
                try await running.close()
            }
            try await server.metrics(until: { $0.invocations("cancelled") == 2 }, "the calls were not cancelled")
            try await server.expectHealthy()
        }
    }
}
