import HummingbirdCore
import Logging
import NIOCore
import NIOHTTP2

/// A connection of HTTP/2: each of its streams is one request, answered in a task of its own.
struct HTTP2Connection: Sendable {
    private let gateway: Gateway
    private let info: ConnectionInfo
    private let channel: any Channel
    private let streams: NIOHTTP2Handler.AsyncStreamMultiplexer<HTTP2Stream>

    /// Adds the handlers of the protocol; on the channel's event loop.
    init(gateway: Gateway, info: ConnectionInfo, on channel: any Channel) throws {
        self.gateway = gateway
        self.info = info
        self.channel = channel
        let handler = HTTP2ConnectionHandler(gateway.settings.limits)
        // Sound: the streams of a connection share its event loop.
        let bound = NIOLoopBound(handler, eventLoop: channel.eventLoop)
        streams = try channel.pipeline.syncOperations.configureAsyncHTTP2Pipeline(
            mode: .server, streamDelegate: nil, configuration: HTTP2Limits.configuration
        ) { channel in
            channel.eventLoop.makeCompletedFuture { try HTTP2Stream(channel, of: bound.value) }
        }
        try channel.pipeline.syncOperations.addHandler(handler)
    }

    /// Answers requests until the connection ends.
    func serve(_ logger: Logger) async {
        await withDiscardingTaskGroup { tasks in
            do {
                for try await stream in streams.inbound {
                    tasks.addTask { await serve(stream, logger) }
                }
            } catch {
                logger.trace("connection of HTTP/2 ended", metadata: ["reason": "\(error)"])
            }
            // The streams that are left have nobody to answer to; their closing ends their tasks.
            channel.close(promise: nil)
        }
    }

    private func serve(_ stream: HTTP2Stream, _ logger: Logger) async {
        await RequestLoop(TaskResponder(gateway: gateway, presence: stream.presence, connection: info))
            .handleHTTP(asyncChannel: stream.channel, logger: logger)
    }
}
