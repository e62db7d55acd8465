import NIOCore
import NIOHTTPTypes
import NIOHTTPTypesHTTP2

/// One request of a connection of HTTP/2, and whether its client still wants the answer.
struct HTTP2Stream: Sendable {
    let channel: NIOAsyncChannel<HTTPRequestPart, HTTPResponsePart>
    let presence = ClientPresence()

    /// Adds the stream's handlers; on the channel's event loop.
    init(_ channel: any Channel, of connection: HTTP2ConnectionHandler) throws {
        let pipeline = channel.pipeline.syncOperations
        try pipeline.addHandler(HTTP2FramePayloadToHTTPServerCodec())
        try pipeline.addHandler(HTTP2StreamHandler(presence: presence, connection: connection))
        self.channel = try NIOAsyncChannel(wrappingChannelSynchronously: channel)
    }
}
