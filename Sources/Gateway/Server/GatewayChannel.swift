import HummingbirdCore
import Logging
import NIOCore
import NIOSSL

/// Sets up the connections of the server, and answers their requests.
struct GatewayChannel: ServerChildChannel {
    /// A connection whose protocol may not be known yet.
    struct Connection: ServerChildChannelValue {
        let channel: any Channel
        let served: EventLoopFuture<ServedConnection>
    }

    let gateway: Gateway
    /// What connections are encrypted with; `nil` when they are not.
    let tls: TLSContextBox?

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Connection> {
        let promise = channel.eventLoop.makePromise(of: ServedConnection.self)
        do {
            let pipeline = channel.pipeline.syncOperations
            if let tls { try pipeline.addHandler(NIOSSLServerHandler(context: tls.current)) }
            try pipeline.addHandler(ProtocolSelector(gateway: gateway, isSecure: tls != nil, promise: promise))
        } catch {
            promise.fail(error)
            return channel.eventLoop.makeFailedFuture(error)
        }
        return channel.eventLoop.makeSucceededFuture(Connection(channel: channel, served: promise.futureResult))
    }

    func handle(value: Connection, logger: Logger) async {
        await withTaskCancellationHandler {
            // A connection that ends before its protocol is known has asked nothing.
            guard let served = try? await value.served.get() else { return }
            switch served {
            case .http1(let connection): await connection.serve(logger)
            case .http2(let connection): await connection.serve(logger)
            }
        } onCancel: {
            // Handlers see it as the client's leaving, which ends whatever is being done for it. An encrypted connection
            // cannot be closed by halves.
            value.channel.close(mode: tls == nil ? .input : .all, promise: nil)
        }
    }
}
