/// What the guest sends to its caller while it runs.
///
/// ```swift
/// if CallerStream.send(token) == .clientGone { return }
/// ```
public enum CallerStream {
    /// What the host says to a chunk.
    public enum Answer: Int32, Sendable {
        /// It was taken. The caller gets it as soon as it reads.
        case sent = 0
        /// The caller reads no stream of this call.
        case noStream = -1
        /// More bytes than a call may stream.
        case refused = -2
        /// The caller has left. What remains is to clean up, quickly.
        case clientGone = -3
    }

    /// Bytes of one chunk at most.
    private static let chunkBytes = 65_536

    /// Sends bytes, in chunks; waits while the caller is slow.
    @discardableResult
    public static func send(_ bytes: UnsafeRawBufferPointer) -> Answer {
        var rest = bytes[...]
        repeat {
            let chunk = UnsafeRawBufferPointer(rebasing: rest.prefix(chunkBytes))
            let answer = Answer(rawValue: hostEmitChunk(chunk.baseAddress, UInt32(chunk.count))) ?? .refused
            guard answer == .sent else { return answer }
            rest = rest.dropFirst(chunk.count)
        } while !rest.isEmpty
        return .sent
    }

    /// Sends a text that stands in the program.
    @discardableResult
    public static func send(_ text: StaticString) -> Answer {
        send(UnsafeRawBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    /// Waits until everything sent is on its way.
    @discardableResult
    public static func flush() -> Answer { Answer(rawValue: hostFlush()) ?? .refused }
}
