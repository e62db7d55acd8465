import Glibc
import NIOCore
import NIOPosix

/// A client that reads an answer while it comes: its head, then each piece of its chunked body (RFC 9112 section 7.1).
///
/// It reads from the socket only as far as it is asked to.
final class StreamClient {
    private let channel: any Channel
    private let outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>
    private var inbound: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator
    private var buffer = ByteBuffer()
    /// What followed the last body, by names in lower case.
    private(set) var trailers: [String: String] = [:]

    private init(
        channel: any Channel, inbound: NIOAsyncChannelInboundStream<ByteBuffer>,
        outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>
    ) {
        self.channel = channel
        self.inbound = inbound.makeAsyncIterator()
        self.outbound = outbound
    }

    /// Runs `body` with a connection to a port of this machine, which is closed afterwards.
    static func open<Value>(port: Int, _ body: (StreamClient) async throws -> Value) async throws -> Value {
        let client = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .connect(host: "127.0.0.1", port: port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try NIOAsyncChannel<ByteBuffer, ByteBuffer>(
                        wrappingChannelSynchronously: channel, configuration: .init(isOutboundHalfClosureEnabled: true))
                }
            }
        let channel = client.channel
        let limit = channel.eventLoop.scheduleTask(in: RawConnection.timeLimit) { channel.close(promise: nil) }
        defer { limit.cancel() }
        return try await client.executeThenClose { inbound, outbound in
            try await body(StreamClient(channel: channel, inbound: inbound, outbound: outbound))
        }
    }

    func send(_ text: String) async throws { try await outbound.write(ByteBuffer(string: text)) }

    func close() async throws { try await channel.close().get() }

    func finishSending() async throws { try await channel.close(mode: .output).get() }

    /// Ends the connection with a reset instead of the usual farewell.
    func reset() async throws {
        if let socket = channel as? any SocketOptionProvider {
            try await socket.setSoLinger(linger(l_onoff: 1, l_linger: 0)).get()
        }
        try await channel.close().get()
    }

    /// The head of the next answer.
    func head() async throws -> RawResponse {
        let words = try await line().split(separator: " ", maxSplits: 2)
        guard words.count == 3, words[0] == "HTTP/1.1", let status = Int(words[1]) else {
            throw StreamClientError.malformed
        }
        return RawResponse(status: status, headers: try await fields())
    }

    /// The next piece of a chunked body, as the server cut it; `nil` after its regular end.
    func piece() async throws -> [UInt8]? {
        guard let length = Int(try await line(), radix: 16) else { throw StreamClientError.malformed }
        guard length > 0 else {
            trailers = Dictionary(try await fields(), uniquingKeysWith: { first, _ in first })
            return nil
        }
        while buffer.readableBytes < length + 2 { try await receive() }
        let bytes = buffer.readBytes(length: length)
        buffer.moveReaderIndex(forwardBy: 2)
        buffer.discardReadBytes()
        return bytes
    }

    /// All that is left of a chunked body, and whether it ended in a regular way.
    func rest() async throws -> (body: [UInt8], isComplete: Bool) {
        var body: [UInt8] = []
        do {
            while let piece = try await piece() { body += piece }
            return (body, true)
        } catch StreamClientError.ended {
            return (body, false)
        }
    }

    private func fields() async throws -> [(name: String, value: String)] {
        var fields: [(name: String, value: String)] = []
        while true {
            let line = try await line()
            if line.isEmpty { return fields }
            let parts = line.split(separator: ":", maxSplits: 1)
            guard parts.count == 2 else { throw StreamClientError.malformed }
            fields.append((parts[0].lowercased(), String(parts[1].drop { $0 == " " })))
        }
    }

    private func line() async throws -> String {
        while true {
            let bytes = buffer.readableBytesView
            if let end = bytes.firstRange(of: Array("\r\n".utf8)) {
                let line = String(decoding: bytes[..<end.lowerBound], as: UTF8.self)
                buffer.moveReaderIndex(to: end.upperBound)
                return line
            }
            try await receive()
        }
    }

    private func receive() async throws {
        let bytes: ByteBuffer?
        do { bytes = try await inbound.next() } catch { throw StreamClientError.ended }
        guard let bytes else { throw StreamClientError.ended }
        buffer.writeImmutableBuffer(bytes)
    }
}

/// Why a client cannot read on.
enum StreamClientError: Error {
    /// The connection ended, or took too long.
    case ended
    /// What came is not an HTTP/1.1 answer with a chunked body.
    case malformed
}
