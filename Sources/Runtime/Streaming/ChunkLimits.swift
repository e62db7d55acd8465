/// How much a guest may stream, and how far it may be ahead of its caller.
public struct ChunkLimits: Sendable, Equatable {
    /// Bytes of one chunk at most.
    public var chunkBytes = 64 << 10
    /// Bytes of all chunks of a call together at most.
    public var totalBytes = 64 << 20
    /// Chunks at most that the guest has emitted and the caller's connection has not taken, at least 1; with one more
    /// the guest waits. Together with ``chunkBytes`` it bounds the memory of a stream.
    public var chunksInFlight = 32
    /// Bytes that are handed to the connection at once, if there are more chunks than one: many small chunks are one
    /// write, a long one is not held up by others.
    public var batchBytes = 64 << 10

    /// The limits of the public interface.
    public init() {}
}
