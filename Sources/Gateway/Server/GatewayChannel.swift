import HummingbirdCore
import Logging
import NIOCore
import NIOHTTP1
import NIOHTTPTypes
import NIOHTTPTypesHTTP1
import Settings

/// Sets up the connections of the server and answers, each in a task, the requests that are passed on to it.
struct GatewayChannel: ServerChildChannel, HTTPChannelHandler {
    /// A connection after its setup.
    struct Connection: ServerChildChannelValue {
        let asyncChannel: NIOAsyncChannel<HTTPRequestPart, HTTPResponsePart>
        let presence: ClientPresence
        var channel: any Channel { asyncChannel.channel }
    }

    let gateway: Gateway
    let responder: HTTPChannelHandler.Responder

    init(gateway: Gateway) { self.init(gateway: gateway, presence: ClientPresence()) }

    private init(gateway: Gateway, presence: ClientPresence) {
        self.gateway = gateway
        responder = { request, writer, _ in
            try await TaskResponder(gateway: gateway, presence: presence).respond(to: request, writer)
        }
    }

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Connection> {
        channel.eventLoop.makeCompletedFuture {
            let presence = ClientPresence()
            let handler = ConnectionHandler(gateway: gateway, presence: presence)
            let pipeline = channel.pipeline.syncOperations
            var limits = NIOHTTPDecoderLimitConfiguration()
            limits.maxHeaderListSize = FixedLimits.headerListBytes.value
            limits.maxHeaderFieldSize = FixedLimits.headerListBytes.value
            try pipeline.addHandler(ByteArrivalHandler(handler))
            // Requests of one connection are answered in their order whoever answers them, hence the pipelining
            // handler; names and values of header fields in answers are ours, so they need no validation.
            try pipeline.configureHTTPServerPipeline(
                withPipeliningAssistance: true, withErrorHandling: false, withOutboundHeaderValidation: false,
                withEncoderConfiguration: .init(), withDecoderLimitConfiguration: limits)
            try pipeline.addHandler(handler)
            try pipeline.addHandler(HTTP1ToHTTPServerCodec(secure: false))
            return Connection(
                asyncChannel: try NIOAsyncChannel(
                    wrappingChannelSynchronously: channel, configuration: .init(isOutboundHalfClosureEnabled: true)),
                presence: presence)
        }
    }

    func handle(value: Connection, logger: Logger) async {
        await GatewayChannel(gateway: gateway, presence: value.presence)
            .handleHTTP(asyncChannel: value.asyncChannel, logger: logger)
    }
}
