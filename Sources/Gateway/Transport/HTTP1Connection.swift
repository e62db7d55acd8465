import HummingbirdCore
import Logging
import NIOCore
import NIOHTTP1
import NIOHTTPTypes
import NIOHTTPTypesHTTP1
import Settings

/// A connection of HTTP/1: small calls are answered by ``ConnectionHandler``, everything else in a task.
struct HTTP1Connection: Sendable {
    private let gateway: Gateway
    private let info: ConnectionInfo
    private let presence = ClientPresence()
    private let channel: NIOAsyncChannel<HTTPRequestPart, HTTPResponsePart>

    /// Adds the handlers of the protocol; on the channel's event loop.
    init(gateway: Gateway, info: ConnectionInfo, on channel: any Channel) throws {
        self.gateway = gateway
        self.info = info
        let handler = ConnectionHandler(gateway: gateway, presence: presence, connection: info)
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
        try pipeline.addHandler(HTTP1ToHTTPServerCodec(secure: info.isSecure))
        self.channel = try NIOAsyncChannel(
            wrappingChannelSynchronously: channel, configuration: .init(isOutboundHalfClosureEnabled: true))
    }

    /// Answers requests until the connection ends.
    func serve(_ logger: Logger) async {
        await RequestLoop(TaskResponder(gateway: gateway, presence: presence, connection: info))
            .handleHTTP(asyncChannel: channel, logger: logger)
    }
}
