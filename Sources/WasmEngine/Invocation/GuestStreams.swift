/// What a guest sees of the world: arguments and the three standard streams through WASI, and the stream to its caller.
public struct GuestStreams: Sendable {
    /// Where standard input comes from.
    public enum Input: Sendable {
        case bytes([UInt8])
        /// The process's own standard input; reading it blocks the thread, so only for a process with one guest.
        case inherited
    }

    /// The WASI arguments; the first is the program's name.
    public var arguments: [String]
    /// What the guest reads as standard input and as its input channel.
    public var input: Input
    /// Where standard output goes; `nil` drops it.
    public var output: (any OutputSink)?
    /// Where standard error goes; `nil` drops it.
    public var errors: (any OutputSink)?
    /// Where chunks go that the guest sends while it runs; `nil` when nobody reads a stream of the call.
    public var chunks: (any ChunkSink)?

    /// - Parameters:
    ///   - arguments: the first is the program's name. Text after a NUL is cut.
    ///   - output: receives standard output; `nil` discards it.
    ///   - errors: receives standard error; `nil` discards it.
    ///   - chunks: receives what the guest streams; `nil` tells the guest that there is no stream.
    public init(
        arguments: [String] = [], input: Input = .bytes([]), output: (any OutputSink)? = nil,
        errors: (any OutputSink)? = nil, chunks: (any ChunkSink)? = nil
    ) {
        self.arguments = arguments
        self.input = input
        self.output = output
        self.errors = errors
        self.chunks = chunks
    }
}

/// Receives what a guest writes.
public protocol OutputSink: AnyObject, Sendable {
    /// Takes one write of the guest, on the guest's thread. Must not block for long.
    func write(_ bytes: borrowing RawSpan)
}
