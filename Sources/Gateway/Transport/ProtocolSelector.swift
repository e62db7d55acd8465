import Logging
import NIOCore
import NIOSSL
import NIOTLS

/// Stands first on a new connection until it is known which protocol is spoken, sets that up, and leaves.
///
/// On an encrypted connection the handshake decides, on any other the first bytes. Both have the time of a request.
final class ProtocolSelector: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer

    private let gateway: Gateway
    private let isSecure: Bool
    /// `nil` once it is completed.
    private var promise: EventLoopPromise<ServedConnection>?
    private var received = ByteBuffer()
    private var times: ConnectionTimes
    private var timer: Scheduled<Void>?

    /// - Parameters:
    ///   - isSecure: whether a handler of TLS stands in front.
    ///   - promise: for the connection as it is set up; it fails when the connection ends before.
    init(gateway: Gateway, isSecure: Bool, promise: EventLoopPromise<ServedConnection>) {
        self.gateway = gateway
        self.isSecure = isSecure
        self.promise = promise
        times = ConnectionTimes(gateway.settings.limits, now: .now())
        // A client that opens an encrypted connection has begun to say something.
        if isSecure { times.enter(.reading, now: .now()) }
    }

    func handlerAdded(context: ChannelHandlerContext) { look(context, at: .now() + times.shortestLimit) }

    func handlerRemoved(context: ChannelHandlerContext) {
        timer?.cancel()
        fail(ChannelError.eof)
    }

    func channelInactive(context: ChannelHandlerContext) {
        fail(ChannelError.eof)
        context.fireChannelInactive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        var bytes = unwrapInboundIn(data)
        if promise == nil { return context.fireChannelRead(wrapInboundOut(bytes)) }
        received.writeBuffer(&bytes)
        // Bytes of an encrypted connection come after its handshake, which has decided.
        guard !isSecure else { return }
        times.enter(.reading, now: .now())
        switch PrefaceSniffer.judge(received.readableBytesView) {
        case .undecided: break
        case .http1: select(.http1, context)
        case .http2: select(.http2, context)
        }
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        switch event {
        case TLSUserEvent.handshakeCompleted(let negotiated):
            return select(negotiated == "h2" ? .http2 : .http1, context)
        case ChannelEvent.inputClosed, is ChannelShouldQuiesceEvent:
            // Nothing has been asked, so there is nothing to wait for.
            close(ChannelError.eof, context)
        default:
            break
        }
        context.fireUserInboundEventTriggered(event)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        if promise == nil { return context.fireErrorCaught(error) }
        gateway.logger.debug("connection not set up", metadata: ["reason": "\(error)"])
        close(error, context)
    }

    private enum Version {
        case http1
        case http2
    }

    private func select(_ version: Version, _ context: ChannelHandlerContext) {
        guard let promise else { return }
        do {
            let connection = try info(context)
            let served: ServedConnection =
                switch version {
                case .http1: .http1(try HTTP1Connection(gateway: gateway, info: connection, on: context.channel))
                case .http2: .http2(try HTTP2Connection(gateway: gateway, info: connection, on: context.channel))
                }
            self.promise = nil
            timer?.cancel()
            promise.succeed(served)
            if received.readableBytes > 0 { context.fireChannelRead(wrapInboundOut(received)) }
            context.pipeline.syncOperations.removeHandler(context: context, promise: nil)
        } catch {
            gateway.logger.debug("connection not set up", metadata: ["reason": "\(error)"])
            close(error, context)
        }
    }

    private func info(_ context: ChannelHandlerContext) throws -> ConnectionInfo {
        let certificate = isSecure ? try context.pipeline.syncOperations.nioSSL_peerCertificate() : nil
        return ConnectionInfo(
            peer: context.remoteAddress, isSecure: isSecure,
            clientCertificateSubject: try certificate.map(ClientCertificate.subject))
    }

    private func close(_ reason: any Error, _ context: ChannelHandlerContext) {
        guard promise != nil else { return }
        fail(reason)
        context.close(promise: nil)
    }

    private func fail(_ error: any Error) {
        promise?.fail(error)
        promise = nil
    }

    private func look(_ context: ChannelHandlerContext, at time: NIODeadline) {
        timer = context.eventLoop.assumeIsolated().scheduleTask(deadline: time) { [self] in
            switch times.judge(now: .now()) {
            case .lookAgain(let time): look(context, at: time)
            case .idleTimeout, .readTimeout: close(ChannelError.eof, context)
            }
        }
    }
}
