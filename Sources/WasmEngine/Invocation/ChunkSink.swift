/// Receives what a guest sends to its caller while it runs, chunk by chunk.
///
/// The guest's side of a stream; what becomes of the chunks is the sink's matter. Calls come from the guest's thread,
/// one at a time: a guest that waits for an answer asks nothing else.
public protocol ChunkSink: AnyObject, Sendable {
    /// Bytes of a chunk at most; longer ones are refused without being copied.
    var chunkBytes: Int { get }

    /// Takes one chunk. Must not block.
    ///
    /// - Parameter answer: called once, on any thread, when this returned `nil` and the guest may go on; never when the
    ///   guest ends before.
    /// - Returns: the answer, or `nil` when the guest has to wait for it.
    func emit(_ bytes: [UInt8], then answer: @escaping @Sendable (ChunkAnswer) -> Void) -> ChunkAnswer?

    /// Waits until all chunks so far are on their way to the caller. Must not block.
    /// - Parameter answer: as for ``emit(_:then:)``.
    /// - Returns: as for ``emit(_:then:)``.
    func flush(then answer: @escaping @Sendable (ChunkAnswer) -> Void) -> ChunkAnswer?
}

/// What `emit-chunk` and `flush` tell a guest; the raw values are its numbers.
public enum ChunkAnswer: Int32, Sendable, CaseIterable {
    /// The chunk was taken; the chunks are on their way.
    case done = 0
    /// Nobody reads a stream of this call.
    case noStream = -1
    /// The chunk is too long, or one too many, or does not lie inside the memory. It was not taken.
    case refused = -2
    /// The caller has left; nothing more reaches it.
    case clientGone = -3
}
