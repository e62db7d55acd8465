import Testing

@testable import Gateway

/// What costs a client little and a server something. The connection is closed; others do not notice.
@Suite(.timeLimit(.minutes(5)))
struct HTTP2FloodTests {
    private static let count = 5_000

    enum Flood: String, CaseIterable {
        case abandonedRequests
        case abandonedUploads
        case malformedRequests
        case pings
        case settings
        case dataWithoutData
        case endlessHeaders

        var bytes: [UInt8] {
            let streams = (0..<HTTP2FloodTests.count).lazy.map { 2 * $0 + 1 }
            switch self {
            case .abandonedRequests: return streams.flatMap { RawFrames.request(on: $0) + RawFrames.reset($0) }
            case .abandonedUploads: return streams.flatMap { RawFrames.openRequest(on: $0) + RawFrames.reset($0) }
            case .malformedRequests: return streams.flatMap { RawFrames.forbiddenRequest(on: $0) }
            case .pings: return streams.flatMap { _ in RawFrames.ping }
            case .settings: return streams.flatMap { _ in RawFrames.emptySettings }
            case .dataWithoutData:
                return RawFrames.openRequest(on: 1) + streams.flatMap { _ in RawFrames.emptyData(on: 1) }
            case .endlessHeaders:
                return RawFrames.beginningOfHeaders(on: 1) + streams.flatMap { _ in RawFrames.emptyContinuation(on: 1) }
            }
        }
    }

    @Test(arguments: Flood.allCases) func `a flood ends its connection and no other`(flood: Flood) async throws {
        try await withTestServer { server in
            try await FrameClient.open(port: server.port) { healthy in
                try await server.connect { hostile in
                    // The writing fails once the server has closed the connection; only a time-out is a fault here.
                    try? await hostile.send(RawFrames.preface + flood.bytes)
                    _ = try? await hostile.rest()
                }
                try await healthy.request("GET", "/healthz", on: 1)
                #expect(await healthy.answer(on: 1).status == "200")
            }
            try await server.expectHealthy()
        }
    }

    @Test func `a list of headers that is too long`() async throws {
        try await withTestServer { server in
            try await FrameClient.open(port: server.port) { client in
                let long = (0..<100).map { ("x-\($0)", String(repeating: "a", count: 1_000)) }
                try? await client.request("GET", "/healthz", on: 1, fields: long)
                let answer = await client.answer(on: 1)
                #expect(answer.status == nil)
                #expect(answer.isCutOff || answer.reset != nil)
            }
            try await server.expectHealthy()
        }
    }

    @Test func `more streams at a time than agreed`() async throws {
        try await withTestServer { server in
            let bytes = RawFrames.preface + (0..<200).flatMap { RawFrames.openRequest(on: 2 * $0 + 1) }
            try await server.connect { connection in
                try await connection.send(bytes)
                // A client that has not acknowledged the server's settings gets a few less.
                let page = try await server.metrics(
                    until: { $0.sum(of: "tensor_wasm_http_requests_in_flight") > 100 }, "the streams did not arrive")
                #expect(page.sum(of: "tensor_wasm_http_requests_in_flight") <= 129)
            }
            try await server.expectHealthy()
        }
    }
}
