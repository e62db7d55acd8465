import NIOHTTP2
import Testing

@testable import Gateway

@Suite(.timeLimit(.minutes(5)))
struct HTTP2Tests {
    @Test func `a client that knows beforehand speaks HTTP 2 without encryption`() async throws {
        try await withTestServer { server in
            let answer = try await Curl.run(["--http2-prior-knowledge", "http://localhost:\(server.port)/healthz"])
            #expect(answer.output.hasSuffix("2 200"), "\(answer)")
            #expect(try await server.request("GET", "/healthz").status == 200)
            try await server.expectHealthy()
        }
    }

    @Test func `requests of one connection are answered whatever their order`() async throws {
        try await withTestServer { server in
            let id = try await server.deploy(Guest.endless)
            try await FrameClient.open(port: server.port) { client in
                try await client.request(
                    "POST", "/functions/\(id)/invoke", on: 1, fields: [("x-tensorwasm-deadline-ms", "20000")])
                for stream in stride(from: 3, to: 103, by: 2) {
                    try await client.request("GET", "/healthz", on: stream)
                    #expect(await client.answer(on: stream).status == "200")
                }
                try await client.request(
                    "POST", "/functions/\(id)/invoke", on: 103, fields: [("content-type", "application/json")],
                    endStream: false)
                try await client.data(#"{"export":"add","#, on: 103, endStream: false)
                try await client.data(#""args":[1,2]}"#, on: 103, endStream: true)
                let sum = await client.answer(on: 103)
                #expect(sum.status == "200", "\(sum)")
                #expect(sum.body.contains("3"), "\(sum)")
            }
            try await server.metrics(until: { $0.invocations("cancelled") == 1 }, "the call was not cancelled")
            try await server.expectHealthy()
        }
    }

    @Test func `an answer says nothing about the connection`() async throws {
        try await withTestServer(["LIMIT_REQUEST_READ_SECONDS": "1"]) { server in
            try await FrameClient.open(port: server.port) { client in
                // Over HTTP/1 both end the connection.
                try await client.request(
                    "POST", "/functions", on: 1, fields: [("content-type", "application/wasm")], endStream: false)
                let slow = await client.answer(on: 1)
                #expect(slow.status == "408")
                #expect(slow["connection"] == nil)
                try await client.request("PUT", "/functions", on: 3, endStream: false)
                let refused = await client.answer(on: 3)
                #expect(refused.status == "405")
                #expect(refused["connection"] == nil)
                try await client.request("GET", "/healthz", on: 5)
                #expect(await client.answer(on: 5).status == "200")
            }
            try await server.expectHealthy()
        }
    }

    @Test func `what is left of a request that is answered already is declined without blame`() async throws {
        try await withTestServer { server in
            try await FrameClient.open(port: server.port) { client in
                try await client.request("POST", "/nowhere", on: 1, endStream: false)
                #expect(await client.answer(on: 1).status == "404")
                let reset = await client.next { if case .rstStream = $0.payload { true } else { false } }
                guard case .rstStream(let code) = reset?.payload else {
                    Issue.record("the stream was not reset")
                    return
                }
                #expect(code == .noError)
            }
            try await server.expectHealthy()
        }
    }

    @Test func `a request for a head alone is answered with the length`() async throws {
        try await withTestServer { server in
            let url = "http://localhost:\(server.port)/openapi.json"
            let answer = try await Curl.run(["--http2-prior-knowledge", "-I", url])
            #expect(answer.output.contains("content-length: "))
            #expect(answer.output.hasSuffix("2 200"), "\(answer)")
        }
    }

    /// The ways in which the client of a stream can go.
    enum Farewell: CaseIterable {
        case resetOfTheStream
        case endOfTheConnection
    }

    @Test(arguments: Farewell.allCases) func `a call whose stream is given up is cancelled`(
        farewell: Farewell
    ) async throws {
        try await withTestServer { server in
            let id = try await server.deploy(Guest.endless)
            try await FrameClient.open(port: server.port) { client in
                try await client.request("POST", "/functions/\(id)/invoke", on: 1)
                try await server.metrics(until: { $0["tensor_wasm_active_instances"] == 1 }, "the guest did not start")
                switch farewell {
                case .resetOfTheStream: try await client.reset(1)
                case .endOfTheConnection: try await client.channel.close().get()
                }
                try await server.metrics(until: { $0.invocations("cancelled") == 1 }, "the call was not cancelled")
                if farewell == .resetOfTheStream {
                    try await client.request("GET", "/healthz", on: 3)
                    #expect(await client.answer(on: 3).status == "200")
                }
            }
            try await server.expectHealthy()
        }
    }

    @Test func `a connection without a request is told to go`() async throws {
        try await withTestServer(["LIMIT_IDLE_CONNECTION_SECONDS": "1"]) { server in
            try await FrameClient.open(port: server.port) { client in
                try await client.request("GET", "/healthz", on: 1)
                #expect(await client.answer(on: 1).status == "200")
                let farewell = await client.next { if case .goAway = $0.payload { true } else { false } }
                #expect(farewell != nil)
                #expect(await client.next() == nil)
            }
            try await server.expectHealthy()
        }
    }

    @Test func `a client that does not take its answer is given up`() async throws {
        try await withTestServer(["LIMIT_IDLE_CONNECTION_SECONDS": "1"]) { server in
            try await FrameClient.open(port: server.port) { client in
                try await client.send(.settings(.settings([HTTP2Setting(parameter: .initialWindowSize, value: 0)])))
                try await client.request("GET", "/openapi.json", on: 1)
                let answer = await client.answer(on: 1)
                #expect(answer.status == "200")
                #expect(answer.reset == .cancel, "\(answer)")
            }
            try await server.expectHealthy()
        }
    }

    @Test(arguments: ["P", "PRI * HTTP/2.0\r\n", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"])
    func `a preface that does not end, or that nothing follows, is cut off`(bytes: String) async throws {
        let limits = ["LIMIT_REQUEST_READ_SECONDS": "1", "LIMIT_IDLE_CONNECTION_SECONDS": "1"]
        try await withTestServer(limits) { server in
            try await server.connect { connection in
                try await connection.send(bytes)
                _ = try await connection.rest()
            }
            try await server.expectHealthy()
        }
    }
}
