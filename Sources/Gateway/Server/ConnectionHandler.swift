import NIOCore
import NIOHTTP1
import Runtime
import Storage
import Telemetry

/// The first to see the requests of an HTTP/1 connection.
///
/// It answers small calls of functions itself, on the event loop: a guest that ends within its first time slice never
/// changes threads. Every other request it passes on. It also answers what never becomes a request: bytes that are
/// not HTTP, and clients that are too slow to send one.
final class ConnectionHandler: ChannelDuplexHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPServerRequestPart
    typealias OutboundIn = HTTPServerResponsePart
    typealias OutboundOut = HTTPServerResponsePart

    private enum State {
        /// Between requests.
        case idle
        /// A request that is answered further on. `isRead` and `isAnswered` tell which of its ends has passed.
        case forwarding(isRead: Bool, isAnswered: Bool)
        /// A call whose body is coming in.
        case collecting(DirectCall)
        /// A call on its way; `nil` until the runtime has taken it.
        case calling(RequestScope, Call?)
        /// The last answer of the connection is out, or the client is gone.
        case closed
    }

    private static let tooSlow = APIError(.requestTimeout, "the request did not arrive in time")

    private let gateway: Gateway
    private let presence: ClientPresence
    private let connection: ConnectionInfo
    private var state = State.idle
    private var times: ConnectionTimes
    private var timer: Scheduled<Void>?
    private var isTooSlow = false

    init(gateway: Gateway, presence: ClientPresence, connection: ConnectionInfo) {
        self.gateway = gateway
        self.presence = presence
        self.connection = connection
        times = ConnectionTimes(
            readLimit: TimeAmount(gateway.settings.limits.requestRead),
            idleLimit: TimeAmount(gateway.settings.limits.idleConnection), now: .now())
    }

    func handlerAdded(context: ChannelHandlerContext) { look(context, at: .now() + times.shortestLimit) }

    func handlerRemoved(context: ChannelHandlerContext) { timer?.cancel() }

    func bytesArrived() {
        if case .idle = state { times.enter(.reading, now: .now()) }
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch (unwrapInboundIn(data), state) {
        case (.head(var head), .idle):
            times.enter(.reading, now: .now())
            if let call = DirectCall(head, gateway: gateway, connection) {
                state = .collecting(call)
            } else {
                state = .forwarding(isRead: false, isAnswered: false)
                // Further on nothing is known of versions, in which silence means different things.
                if !head.isKeepAlive { head.headers.replaceOrAdd(name: "connection", value: "close") }
                context.fireChannelRead(wrapInboundOut(.head(head)))
            }
        case (.body(let bytes), .collecting(var call)):
            state = .idle
            call.append(bytes)
            state = .collecting(call)
        case (.end, .collecting(let call)):
            times.enter(.answering, now: .now())
            start(call, context)
        case (.end, .forwarding(_, let isAnswered)):
            state = isAnswered ? .idle : .forwarding(isRead: true, isAnswered: false)
            times.enter(isAnswered ? .idle : .answering, now: .now())
            context.fireChannelRead(data)
        case (_, .forwarding):
            context.fireChannelRead(data)
        case (_, .closed), (_, .idle), (_, .collecting), (_, .calling):
            // The parser and the pipelining handler in front deliver whole requests one at a time; what comes after
            // the last answer is not read any more.
            break
        }
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        guard case .forwarding(let isRead, _) = state else {
            // An answer to a request that has been answered here already, for example with a timeout.
            promise?.fail(ChannelError.ioOnClosedChannel)
            return
        }
        if case .end = unwrapOutboundIn(data) {
            state = isRead ? .idle : .forwarding(isRead: false, isAnswered: true)
            if isRead { times.enter(.idle, now: .now()) }
        }
        context.write(data, promise: promise)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        switch state {
        case .idle where isTooSlow:
            refuse(Self.tooSlow, context)
        case .idle where error is HTTPParserError:
            refuse(APIError(.badRequest, "the request is not well-formed HTTP/1.1"), context)
        case .collecting(let call) where error is HTTPParserError:
            answer(
                .error(APIError(.badRequest, "the request is not well-formed HTTP/1.1"), call.scope), call.scope,
                isLast: true, context)
        case .closed:
            break
        case .idle, .forwarding, .collecting, .calling:
            context.fireErrorCaught(error)
        }
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if case ChannelEvent.inputClosed = event { clientLeft(context) }
        context.fireUserInboundEventTriggered(event)
    }

    func channelInactive(context: ChannelHandlerContext) {
        clientLeft(context)
        context.fireChannelInactive()
    }

    private func clientLeft(_ context: ChannelHandlerContext) {
        presence.leave()
        switch state {
        case .calling(_, let call):
            if let call { gateway.runtime.cancel(call) }
        case .collecting(let call):
            // Half a request: there is nothing to answer and nobody to answer to.
            state = .closed
            gateway.end(call.scope, status: Gateway.clientClosedRequest)
            context.close(promise: nil)
        case .idle:
            state = .closed
            context.close(promise: nil)
        case .forwarding, .closed:
            break
        }
    }

    private func start(_ direct: DirectCall, _ context: ChannelHandlerContext) {
        let scope = direct.scope
        let keepsAlive = direct.keepsAlive
        let caller: Caller
        switch direct.caller {
        case .success(let allowed): caller = allowed
        case .failure(let error):
            var response = GatewayResponse.error(error, scope)
            response.headers += direct.crossOriginFields
            state = .calling(scope, nil)
            return finish(response, scope, isLast: !keepsAlive, context)
        }
        state = .calling(scope, nil)
        let loop = context.eventLoop
        // Sound: both are used on this event loop only, which the closure makes sure of.
        let bound = NIOLoopBound((handler: self, context: context), eventLoop: loop)
        let crossOriginFields = direct.crossOriginFields
        let call = gateway.invoke(scope, caller, id: direct.id, head: direct.head, body: direct.body) { response in
            var response = response
            response.headers += crossOriginFields
            if loop.inEventLoop {
                bound.value.handler.finish(response, scope, isLast: !keepsAlive, bound.value.context)
            } else {
                loop.execute {
                    bound.value.handler.finish(response, scope, isLast: !keepsAlive, bound.value.context)
                }
            }
        }
        // The answer of a short call is out already.
        if case .calling = state { state = .calling(scope, call) }
    }

    private func finish(
        _ response: GatewayResponse, _ scope: RequestScope, isLast: Bool, _ context: ChannelHandlerContext
    ) {
        let held = connection.refusals.hold(status: response.status, now: MonotonicClock.now())
        guard held > 0 else { return deliver(response, scope, isLast: isLast, held: 0, context) }
        context.eventLoop.assumeIsolated().scheduleTask(in: .nanoseconds(Int64(held))) { [self] in
            connection.refusals.release(now: MonotonicClock.now())
            deliver(response, scope, isLast: isLast, held: held, context)
        }
    }

    private func deliver(
        _ response: GatewayResponse, _ scope: RequestScope, isLast: Bool, held: UInt64,
        _ context: ChannelHandlerContext
    ) {
        guard context.channel.isActive else {
            state = .closed
            return gateway.end(scope, status: Gateway.clientClosedRequest, held: held)
        }
        answer(response, scope, isLast: isLast, held: held, context)
    }

    private func answer(
        _ response: GatewayResponse, _ scope: RequestScope, isLast: Bool, held: UInt64 = 0,
        _ context: ChannelHandlerContext
    ) {
        var response = response
        if isLast { response.closesConnection = true }
        state = response.closesConnection ? .closed : .idle
        times.enter(.idle, now: .now())
        var headers = HTTPHeaders()
        response.forEachHeader(scope) { headers.add(name: $0, value: $1) }
        let head = HTTPResponseHead(
            version: .http1_1, status: HTTPResponseStatus(statusCode: response.status), headers: headers)
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        if response.body.readableBytes > 0 {
            context.write(wrapOutboundOut(.body(.byteBuffer(response.body))), promise: nil)
        }
        gateway.end(scope, status: response.status, held: held)
        if response.closesConnection {
            let bound = NIOLoopBound(context, eventLoop: context.eventLoop)
            context.writeAndFlush(wrapOutboundOut(.end(nil))).whenComplete { _ in
                bound.value.close(promise: nil)
            }
        } else {
            context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
        }
    }

    /// Answers something that never became a request.
    private func refuse(_ error: APIError, _ context: ChannelHandlerContext) {
        let scope = gateway.begin(method: "", route: nil, traceparent: nil, connection)
        answer(.error(error, scope), scope, isLast: true, context)
    }

    private func look(_ context: ChannelHandlerContext, at time: NIODeadline) {
        timer = context.eventLoop.assumeIsolated().scheduleTask(deadline: time) { [self] in
            switch times.judge(now: .now()) {
            case .lookAgain(let time): look(context, at: time)
            case .idleTimeout: context.close(promise: nil)
            case .readTimeout: readTimedOut(context)
            }
        }
    }

    private func readTimedOut(_ context: ChannelHandlerContext) {
        switch state {
        case .idle:
            // The pipelining handler in front takes an answer only to a request or an error that passed through it.
            isTooSlow = true
            context.pipeline.fireErrorCaught(HTTPParserError.unknown)
        case .collecting(let call): answer(.error(Self.tooSlow, call.scope), call.scope, isLast: true, context)
        // Whoever reads the body gets this error instead of it, answers, and closes.
        case .forwarding: context.fireErrorCaught(RequestReadTimeout())
        case .calling, .closed: break
        }
    }
}

/// The error that a request's body ends with when the client is too slow.
struct RequestReadTimeout: Error {}

extension Gateway {
    /// The status under which requests are counted whose client left before the answer. No client ever sees it.
    static let clientClosedRequest = 499
}

extension TimeAmount {
    init(_ duration: Duration) {
        let (seconds, attoseconds) = duration.components
        self = .seconds(seconds) + .nanoseconds(attoseconds / 1_000_000_000)
    }
}
