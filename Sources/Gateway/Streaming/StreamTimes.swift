import NIOCore

/// How long the parts of a stream may take beside its call, whose time is limited by the call's deadline.
struct StreamTimes: Sendable {
    /// Silence after which events carry a comment, so that nobody between takes the connection for dead.
    var keepAlive = TimeAmount.seconds(15)
    /// What a guest has to clean up once its client has left; then its call is cancelled.
    var farewell = TimeAmount.seconds(1)
    /// What a client has to take the rest once the call has ended; then the connection is closed. Until then it holds
    /// the memory of the chunks in flight.
    var rest = TimeAmount.seconds(30)
}
