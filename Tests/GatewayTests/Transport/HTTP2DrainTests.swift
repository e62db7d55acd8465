import NIOCore
import NIOEmbedded
import NIOHTTP2
import Settings
import Testing

@testable import Gateway

struct HTTP2DrainTests {
    /// The handler of a connection alone, with frames on both sides.
    private func withConnection(
        _ body: (EmbeddedChannel, HTTP2ConnectionHandler) throws -> Void
    ) throws {
        let handler = HTTP2ConnectionHandler(
            try Settings.load(environment: ["TENSOR_WASM_DATA_DIR": "/nowhere"]).limits)
        let channel = EmbeddedChannel(handler: handler)
        try channel.connect(to: SocketAddress(ipAddress: "192.0.2.1", port: 1)).wait()
        try body(channel, handler)
        _ = try? channel.finish(acceptAlreadyClosed: true)
    }

    private func openStream(_ id: HTTP2StreamID, _ connection: HTTP2ConnectionHandler) -> HTTP2StreamHandler {
        let stream = HTTP2StreamHandler(presence: ClientPresence(), connection: connection)
        connection.streamOpened(stream, id: id)
        return stream
    }

    private func expectGoAway(
        _ channel: EmbeddedChannel, last: HTTP2StreamID, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let frame = try channel.readOutbound(as: HTTP2Frame.self)
        guard case .goAway(let id, .noError, _) = frame?.payload else {
            Issue.record("\(String(describing: frame)) is no good-bye", sourceLocation: sourceLocation)
            return
        }
        #expect(id == last, sourceLocation: sourceLocation)
    }

    /// - Returns: the ping that follows the announcement.
    private func announce(_ channel: EmbeddedChannel) throws -> HTTP2PingData {
        channel.pipeline.fireUserInboundEventTriggered(ChannelShouldQuiesceEvent())
        try expectGoAway(channel, last: .maxID)
        let frame = try channel.readOutbound(as: HTTP2Frame.self)
        guard case .ping(let data, ack: false) = frame?.payload else { throw MissingPing() }
        return data
    }

    private struct MissingPing: Error {}

    private func acknowledge(_ ping: HTTP2PingData, _ channel: EmbeddedChannel) throws {
        try channel.writeInbound(HTTP2Frame(streamID: .rootStream, payload: .ping(ping, ack: true)))
    }

    @Test func `a connection without a request ends when the client knows of it`() throws {
        try withConnection { channel, _ in
            let ping = try announce(channel)
            #expect(channel.isActive)
            try acknowledge(ping, channel)
            try expectGoAway(channel, last: .rootStream)
            #expect(!channel.isActive)
        }
    }

    @Test func `a client that does not answer is not waited for`() throws {
        try withConnection { channel, _ in
            _ = try announce(channel)
            channel.embeddedEventLoop.advanceTime(by: HTTP2Limits.farewell)
            try expectGoAway(channel, last: .rootStream)
            #expect(!channel.isActive)
        }
    }

    @Test func `the answer to another ping ends nothing`() throws {
        try withConnection { channel, _ in
            let ping = try announce(channel)
            try acknowledge(HTTP2PingData(withInteger: 7), channel)
            #expect(try channel.readOutbound(as: HTTP2Frame.self) == nil)
            #expect(channel.isActive)
            try acknowledge(ping, channel)
            #expect(!channel.isActive)
        }
    }

    @Test func `the connection lasts until its last stream is answered`() throws {
        try withConnection { channel, connection in
            let first = openStream(1, connection)
            let ping = try announce(channel)
            // It was on its way when the client heard of the end.
            let second = openStream(3, connection)
            try acknowledge(ping, channel)
            try expectGoAway(channel, last: 3)
            connection.streamClosed(second)
            #expect(channel.isActive)
            connection.streamClosed(first)
            try expectGoAway(channel, last: 3)
            #expect(!channel.isActive)
        }
    }

    @Test func `a second announcement changes nothing`() throws {
        try withConnection { channel, _ in
            _ = try announce(channel)
            channel.pipeline.fireUserInboundEventTriggered(ChannelShouldQuiesceEvent())
            #expect(try channel.readOutbound(as: HTTP2Frame.self) == nil)
            #expect(channel.isActive)
        }
    }
}
