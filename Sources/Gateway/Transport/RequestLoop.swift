import HummingbirdCore
import Logging
import NIOCore

/// Hummingbird's loop over the requests of a connection, or of a stream, that has been set up already.
struct RequestLoop: HTTPChannelHandler {
    let responder: HTTPChannelHandler.Responder

    init(_ responder: TaskResponder) {
        self.responder = { request, writer, channel in
            try await responder.respond(to: request, writer, on: channel)
        }
    }

    // What follows the protocol asks for and nobody calls: setting up is the business of the connections.
    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<AnyConnection> {
        channel.eventLoop.makeSucceededFuture(AnyConnection(channel: channel))
    }

    func handle(value: AnyConnection, logger: Logger) async {}

    /// A connection of which no more is known than its channel.
    struct AnyConnection: ServerChildChannelValue {
        let channel: any Channel
    }
}
