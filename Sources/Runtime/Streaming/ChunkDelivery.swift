/// What a stream has for its reader.
public enum ChunkDelivery: Sendable {
    /// The next chunks, in the order in which the guest emitted them; at least one, none empty.
    case chunks([[UInt8]])
    /// Nothing has come until ``ChunkStream/nudge()``.
    case silence
    /// The call has ended, and all its chunks were delivered or its client has left. It stays so.
    case ended(CallAnswer)
}
