import NIOCore
import NIOHPACK
import NIOHTTP2
import NIOPosix

/// One connection of HTTP/2 without encryption that sends frames exactly as given and reads those of the server.
///
/// Every wait on it ends: when ``RawConnection/timeLimit`` has passed the connection is closed.
final class FrameClient {
    let channel: any Channel
    private let outbound: NIOAsyncChannelOutboundWriter<HTTP2Frame>
    private var inbound: NIOAsyncChannelInboundStream<HTTP2Frame>.AsyncIterator

    private init(
        channel: any Channel, inbound: NIOAsyncChannelInboundStream<HTTP2Frame>,
        outbound: NIOAsyncChannelOutboundWriter<HTTP2Frame>
    ) {
        self.channel = channel
        self.inbound = inbound.makeAsyncIterator()
        self.outbound = outbound
    }

    /// Runs `body` with a connection to a port of this machine, which is closed afterwards.
    static func open<Value>(port: Int, _ body: (FrameClient) async throws -> Value) async throws -> Value {
        let client = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .connect(host: "127.0.0.1", port: port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    // Whatever the tests send is meant, and answers are checked by the tests.
                    let handler = NIOHTTP2Handler(
                        mode: .client, initialSettings: [], headerBlockValidation: .disabled,
                        contentLengthValidation: .disabled)
                    try channel.pipeline.syncOperations.addHandler(handler)
                    return try NIOAsyncChannel<HTTP2Frame, HTTP2Frame>(wrappingChannelSynchronously: channel)
                }
            }
        let channel = client.channel
        let limit = channel.eventLoop.scheduleTask(in: RawConnection.timeLimit) { channel.close(promise: nil) }
        defer { limit.cancel() }
        return try await client.executeThenClose { inbound, outbound in
            try await body(FrameClient(channel: channel, inbound: inbound, outbound: outbound))
        }
    }

    func send(_ payload: HTTP2Frame.FramePayload, on stream: Int = 0) async throws {
        try await outbound.write(HTTP2Frame(streamID: HTTP2StreamID(stream), payload: payload))
    }

    /// Begins a request; with `endStream` it is complete.
    func request(
        _ method: String, _ path: String, on stream: Int, fields: [(String, String)] = [], endStream: Bool = true
    ) async throws {
        let headers = HPACKHeaders(
            [(":method", method), (":scheme", "http"), (":authority", "localhost"), (":path", path)] + fields)
        try await send(.headers(.init(headers: headers, endStream: endStream)), on: stream)
    }

    func data(_ text: String, on stream: Int, endStream: Bool) async throws {
        try await send(.data(.init(data: .byteBuffer(ByteBuffer(string: text)), endStream: endStream)), on: stream)
    }

    func reset(_ stream: Int) async throws { try await send(.rstStream(.cancel), on: stream) }

    /// The server's next frame; `nil` when it has closed the connection, in whatever manner.
    func next() async -> HTTP2Frame? { (try? await inbound.next()) ?? nil }

    /// Reads frames until one fits; `nil` when the connection ends before.
    func next(where fits: (HTTP2Frame) -> Bool) async -> HTTP2Frame? {
        while let frame = await next() {
            if fits(frame) { return frame }
        }
        return nil
    }

    /// The answer on a stream.
    func answer(on stream: Int) async -> Answer {
        var answer = Answer()
        while let frame = await next() {
            guard frame.streamID == HTTP2StreamID(stream) else { continue }
            switch frame.payload {
            case .headers(let headers):
                answer.fields.append(contentsOf: headers.headers.map { ($0.name, $0.value) })
                if headers.endStream { return answer }
            case .data(let data):
                if case .byteBuffer(let bytes) = data.data { answer.body += String(buffer: bytes) }
                if data.endStream { return answer }
            case .rstStream(let code):
                answer.reset = code
                return answer
            default: break
            }
        }
        answer.isCutOff = true
        return answer
    }

    struct Answer {
        var fields: [(name: String, value: String)] = []
        var body = ""
        /// Why the server gave up the stream instead.
        var reset: HTTP2ErrorCode?
        /// Whether the connection ended before the answer did.
        var isCutOff = false

        subscript(name: String) -> String? { fields.first { $0.name == name }?.value }
        var status: String? { self[":status"] }
    }
}
