import Foundation
import Glibc
import NIOCore
import NIOPosix
import Synchronization

/// One TCP connection that sends bytes exactly as given and reads answers as they come.
///
/// Every wait on it ends: when ``timeLimit`` has passed the connection is closed, and whoever waits gets an error.
final class RawConnection {
    /// Far above what any test needs, and far below what a person would wait for.
    static let timeLimit = TimeAmount.seconds(30)

    private let channel: any Channel
    private let port: Int
    private var secrets: Set<String> = []
    private let outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>
    private var inbound: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator
    private var reader = ResponseReader()

    private init(
        channel: any Channel, port: Int, inbound: NIOAsyncChannelInboundStream<ByteBuffer>,
        outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>
    ) {
        self.channel = channel
        self.port = port
        self.inbound = inbound.makeAsyncIterator()
        self.outbound = outbound
    }

    /// Runs `body` with a connection to a port of this machine, which is closed afterwards.
    static func open<Value>(port: Int, _ body: (RawConnection) async throws -> Value) async throws -> Value {
        let client = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .connect(host: "127.0.0.1", port: port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try NIOAsyncChannel<ByteBuffer, ByteBuffer>(
                        wrappingChannelSynchronously: channel, configuration: .init(isOutboundHalfClosureEnabled: true))
                }
            }
        let channel = client.channel
        let expiry = Expiry()
        let limit = channel.eventLoop.scheduleTask(in: timeLimit) {
            expiry.hasPassed.store(true, ordering: .relaxed)
            channel.close(promise: nil)
        }
        defer { limit.cancel() }
        return try await client.executeThenClose { inbound, outbound in
            let result = try await body(
                RawConnection(channel: channel, port: port, inbound: inbound, outbound: outbound))
            // Whoever waits for the end of the connection must not mistake this one for the server's.
            if expiry.hasPassed.load(ordering: .relaxed) { throw RawConnectionError.tookTooLong }
            return result
        }
    }

    func send(_ text: String) async throws { try await send(Array(text.utf8)) }

    func send(_ bytes: [UInt8]) async throws {
        secrets.formUnion(SecretWatch.learn(from: bytes, port: port))
        try await outbound.write(ByteBuffer(bytes: bytes))
    }

    /// Tells the server that nothing more will come; answers are still read.
    func finishSending() async throws { try await channel.close(mode: .output).get() }

    func close() async throws { try await channel.close().get() }

    /// Ends the connection with a reset instead of the usual farewell.
    func reset() async throws {
        if let socket = channel as? any SocketOptionProvider {
            try await socket.setSoLinger(linger(l_onoff: 1, l_linger: 0)).get()
        }
        try await channel.close().get()
    }

    /// The next answer.
    /// - Parameter isHead: whether it answers a `HEAD` request, and so has no body whatever its fields say.
    /// - Throws: ``RawConnectionError`` when the connection ends before the answer does.
    func response(isHead: Bool = false) async throws -> RawResponse {
        while true {
            if let response = try reader.next(isHead: isHead) { return response }
            guard let bytes = try await inbound.next() else {
                if let response = try reader.end() { return response }
                throw RawConnectionError.ended(received: reader.rest)
            }
            feed(bytes)
        }
    }

    private func feed(_ bytes: ByteBuffer) {
        SecretWatch.expectNone(of: secrets, in: Data(bytes.readableBytesView), "an answer")
        reader.feed(bytes)
    }

    /// What the server still sends until it closes the connection.
    func rest() async throws -> String {
        while let bytes = try await inbound.next() { feed(bytes) }
        return reader.rest
    }
}

/// Whether the time of a connection is over.
private final class Expiry: Sendable {
    let hasPassed = Atomic<Bool>(false)
}

/// Why there is no answer.
enum RawConnectionError: Error {
    /// The connection was still in use after ``RawConnection/timeLimit``.
    case tookTooLong
    /// The connection ended, or took too long, with these bytes after the last complete answer.
    case ended(received: String)
    /// The bytes are not an HTTP/1.1 answer.
    case malformed(String)
}
