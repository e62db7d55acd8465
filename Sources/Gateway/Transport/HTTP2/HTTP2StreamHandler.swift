import HTTPTypes
import NIOCore
import NIOHTTP2
import NIOHTTPTypes
import NIOHTTPTypesHTTP2

/// Watches over one request of a connection of HTTP/2: its time, its client, the delivery of its answer.
final class HTTP2StreamHandler: ChannelDuplexHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private enum Answer {
        case open
        /// Its end is written, and on its way to the client.
        case written
        case delivered
    }

    private let presence: ClientPresence
    private let connection: HTTP2ConnectionHandler
    private var context: ChannelHandlerContext?
    private var times: ConnectionTimes
    private var isRead = false
    private var answer = Answer.open
    /// Whoever waits for the stream to close while its answer is on its way.
    private var closing: EventLoopPromise<Void>?
    private var wantsToClose = false

    init(presence: ClientPresence, connection: HTTP2ConnectionHandler) {
        self.presence = presence
        self.connection = connection
        times = connection.makeTimes()
        times.enter(.reading, now: .now())
    }

    func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
        let id = try? context.channel.syncOptions?.getOption(HTTP2StreamChannelOptions.streamID)
        connection.streamOpened(self, id: id ?? .rootStream)
    }

    func handlerRemoved(context: ChannelHandlerContext) { end() }

    func channelInactive(context: ChannelHandlerContext) {
        end()
        context.fireChannelInactive()
    }

    private func end() {
        guard context != nil else { return }
        context = nil
        presence.leave()
        closing?.succeed()
        closing = nil
        connection.streamClosed(self)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        if case .end = unwrapInboundIn(data) {
            isRead = true
            if answer == .open { times.enter(.answering, now: .now()) }
        }
        context.fireChannelRead(data)
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        // A client that does not take its answer has the time of an idle connection as well.
        if isRead, answer == .open { times.enter(context.channel.isWritable ? .answering : .idle, now: .now()) }
        context.fireChannelWritabilityChanged()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        context.fireErrorCaught(error)
        // What comes after a request that is not well-formed cannot be trusted; the client's reset has ended it already.
        if !(error is NIOHTTP2Errors.StreamClosed) { context.close(promise: nil) }
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        switch unwrapOutboundIn(data) {
        case .head(var head):
            // Connections do not end with an answer here, and the field is forbidden.
            head.headerFields[.connection] = nil
            context.write(wrapOutboundOut(.head(head)), promise: promise)
        case .body:
            context.write(data, promise: promise)
        case .end:
            answer = .written
            // From now on the client has the time of an idle connection to read it.
            times.enter(.idle, now: .now())
            let delivery = promise ?? context.eventLoop.makePromise()
            delivery.futureResult.assumeIsolated().whenComplete { [self] _ in delivered() }
            context.write(data, promise: delivery)
        }
    }

    /// Closing resets the stream, and a reset overtakes what is still on its way: it waits for the answer.
    func close(context: ChannelHandlerContext, mode: CloseMode, promise: EventLoopPromise<Void>?) {
        guard answer == .written else { return context.close(mode: mode, promise: promise) }
        wantsToClose = true
        if let waiting = closing { return waiting.futureResult.cascade(to: promise) }
        closing = promise
    }

    private func delivered() {
        answer = .delivered
        guard let context else { return }
        if !isRead {
            // The rest of the request is not wanted, which is no fault of the client's.
            context.triggerUserOutboundEvent(NIOHTTP2FramePayloadToHTTPEvent.reset(code: .noError), promise: nil)
        }
        guard wantsToClose else { return }
        let promise = closing
        closing = nil
        context.close(promise: promise)
    }

    /// When to look again whether the stream takes too long; `nil` when that has been so and its end has begun.
    func look(now: NIODeadline) -> NIODeadline? {
        switch times.judge(now: now) {
        case .lookAgain(let time): return time
        case .readTimeout:
            times.enter(.answering, now: now)
            // Whoever reads the body gets this error instead of it, and answers.
            context?.fireErrorCaught(RequestReadTimeout())
        case .idleTimeout:
            // The client does not read its answer. Past this handler, which would wait for it.
            context?.close(promise: nil)
        }
        return nil
    }
}
