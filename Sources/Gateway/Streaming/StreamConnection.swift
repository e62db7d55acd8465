import NIOCore

/// What a stream needs of the connection that its answer goes to, whatever the protocol's version.
struct StreamConnection: Sendable {
    /// Where the connection's writes happen.
    let eventLoop: any EventLoop
    let presence: ClientPresence
    /// Ends the connection, or the request's part of it, without waiting for anything.
    let abort: @Sendable () -> Void

    init(eventLoop: any EventLoop, presence: ClientPresence, abort: @escaping @Sendable () -> Void) {
        self.eventLoop = eventLoop
        self.presence = presence
        self.abort = abort
    }

    /// - Parameter channel: the connection's, or with several requests on it at a time that of the request.
    init(channel: any Channel, presence: ClientPresence) {
        self.init(eventLoop: channel.eventLoop, presence: presence) { channel.close(promise: nil) }
    }

    /// Returns when all that was written before has reached the socket, or the buffer in front of it.
    ///
    /// A write of a response writer returns when it has told the event loop of it. A guest that is faster than the loop
    /// would otherwise fill memory with writes that nobody has looked at.
    func settle() async { try? await eventLoop.submit {}.get() }
}
