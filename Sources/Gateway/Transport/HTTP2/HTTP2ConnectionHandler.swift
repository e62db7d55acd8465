import NIOCore
import NIOHTTP2
import Settings

/// Watches over a connection of HTTP/2: its time and that of its streams, its faults, its orderly end.
final class HTTP2ConnectionHandler: ChannelInboundHandler {
    typealias InboundIn = HTTP2Frame
    typealias InboundOut = HTTP2Frame
    typealias OutboundOut = HTTP2Frame

    private enum State {
        case serving
        /// The client has been told to open no more streams; the answer to this ping will say that it knows.
        case announced(HTTP2PingData)
        /// Streams that come now are not answered; the last one ends the connection.
        case draining
        case closing
    }

    private let limits: Settings.Limits
    private var context: ChannelHandlerContext?
    private var state = State.serving
    private var streams: [ObjectIdentifier: HTTP2StreamHandler] = [:]
    private var lastStream = HTTP2StreamID.rootStream
    private var times: ConnectionTimes
    private var timer: Scheduled<Void>?
    private var announcement: Scheduled<Void>?

    init(_ limits: Settings.Limits) {
        self.limits = limits
        times = ConnectionTimes(limits, now: .now())
    }

    /// The times of a stream of this connection.
    func makeTimes() -> ConnectionTimes { ConnectionTimes(limits, now: .now()) }

    func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
        look(context, at: .now() + times.shortestLimit)
    }

    func handlerRemoved(context: ChannelHandlerContext) { end() }

    func channelInactive(context: ChannelHandlerContext) {
        end()
        context.fireChannelInactive()
    }

    private func end() {
        context = nil
        timer?.cancel()
        announcement?.cancel()
    }

    func streamOpened(_ stream: HTTP2StreamHandler, id: HTTP2StreamID) {
        lastStream = max(lastStream, id)
        streams[ObjectIdentifier(stream)] = stream
        times.enter(.answering, now: .now())
    }

    func streamClosed(_ stream: HTTP2StreamHandler) {
        streams[ObjectIdentifier(stream)] = nil
        guard streams.isEmpty else { return }
        times.enter(.idle, now: .now())
        if case .draining = state, let context { finish(context) }
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        if case .ping(let data, ack: true) = unwrapInboundIn(data).payload, case .announced(data) = state {
            drain(context)
        }
        context.fireChannelRead(data)
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        switch event {
        case is ChannelShouldQuiesceEvent: announceEnd(context)
        // Without this direction no answer can be acknowledged: the client is gone.
        case ChannelEvent.inputClosed: context.close(promise: nil)
        default: break
        }
        context.fireUserInboundEventTriggered(event)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        context.fireErrorCaught(error)
        // The handler in front has reset the stream, and counts how often that happens.
        guard !HTTP2StreamFault.isOne(error) else { return }
        // It has also said good-bye to a client whose connection is beyond repair, but leaves the closing to others.
        state = .closing
        context.close(promise: nil)
    }

    private func announceEnd(_ context: ChannelHandlerContext) {
        guard case .serving = state else { return }
        // Streams that the client opens before it knows are still answered.
        let ping = HTTP2PingData(withInteger: .random(in: .min ... .max))
        state = .announced(ping)
        write(.goAway(lastStreamID: .maxID, errorCode: .noError, opaqueData: nil), context)
        write(.ping(ping, ack: false), context)
        context.flush()
        announcement = context.eventLoop.assumeIsolated().scheduleTask(in: HTTP2Limits.farewell) { [self] in
            if let context = self.context { drain(context) }
        }
    }

    private func drain(_ context: ChannelHandlerContext) {
        guard case .announced = state else { return }
        announcement?.cancel()
        state = .draining
        if streams.isEmpty { return finish(context) }
        write(.goAway(lastStreamID: lastStream, errorCode: .noError, opaqueData: nil), context)
        context.flush()
    }

    /// Says good-bye, and closes once everything before it is on its way.
    private func finish(_ context: ChannelHandlerContext) {
        state = .closing
        let written = context.eventLoop.makePromise(of: Void.self)
        // A client that does not read would otherwise keep the connection open.
        let limit = context.eventLoop.assumeIsolated().scheduleTask(in: HTTP2Limits.farewell) { [self] in
            self.context?.close(promise: nil)
        }
        written.futureResult.assumeIsolated().whenComplete { [self] _ in
            limit.cancel()
            self.context?.close(promise: nil)
        }
        let frame = HTTP2Frame(
            streamID: .rootStream, payload: .goAway(lastStreamID: lastStream, errorCode: .noError, opaqueData: nil))
        context.writeAndFlush(wrapOutboundOut(frame), promise: written)
    }

    private func write(_ payload: HTTP2Frame.FramePayload, _ context: ChannelHandlerContext) {
        context.write(wrapOutboundOut(HTTP2Frame(streamID: .rootStream, payload: payload)), promise: nil)
    }

    private func look(_ context: ChannelHandlerContext, at time: NIODeadline) {
        timer = context.eventLoop.assumeIsolated().scheduleTask(deadline: time) { [self] in
            let now = NIODeadline.now()
            guard case .lookAgain(var next) = times.judge(now: now) else { return finish(context) }
            for stream in Array(streams.values) {
                if let time = stream.look(now: now) { next = min(next, time) }
            }
            if self.context != nil { look(context, at: next) }
        }
    }
}
