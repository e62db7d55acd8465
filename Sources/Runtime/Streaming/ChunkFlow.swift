import DequeModule
import WasmEngine

/// The chunks of one stream between the guest and the caller's connection, and who of the two waits.
///
/// A plain value. The guest emits and flushes, and is told at once or has to wait; then ``takeGuestAnswer()`` has its
/// answer as soon as there is one. The connection takes batches, and acknowledges each when it has handed it on.
struct ChunkFlow {
    let limits: ChunkLimits
    /// Taken from the guest, not handed out.
    private var queue: Deque<[UInt8]> = []
    /// Handed out, not acknowledged.
    private var handedOut = 0
    /// The chunk of a guest that waits for room.
    private var held: [UInt8]?
    /// Whether the guest waits for all its chunks.
    private var isFlushing = false
    private var totalBytes = 0
    private(set) var isClientGone = false
    private(set) var isEnded = false

    init(limits: ChunkLimits) { self.limits = limits }

    /// Chunks that were taken from the guest and have not reached the connection.
    var inFlight: Int { queue.count + handedOut }

    /// Whether the guest has asked something that is not answered.
    var isGuestWaiting: Bool { held != nil || isFlushing }

    /// The guest sends a chunk. An empty one is taken and goes nowhere.
    /// - Returns: `nil` when the guest has to wait.
    mutating func emit(_ bytes: [UInt8]) -> ChunkAnswer? {
        guard bytes.count <= limits.chunkBytes else { return .refused }
        guard !isClientGone, !isEnded else { return .clientGone }
        guard bytes.count <= limits.totalBytes - totalBytes else { return .refused }
        guard !bytes.isEmpty else { return .done }
        totalBytes += bytes.count
        guard inFlight < limits.chunksInFlight else {
            held = bytes
            return nil
        }
        queue.append(bytes)
        return .done
    }

    /// The guest wants to know that all its chunks are on their way.
    /// - Returns: `nil` when the guest has to wait.
    mutating func flush() -> ChunkAnswer? {
        guard !isClientGone, !isEnded else { return .clientGone }
        guard inFlight > 0 else { return .done }
        isFlushing = true
        return nil
    }

    /// The answer for a guest that waits; `nil` when none waits, or when it must wait longer.
    mutating func takeGuestAnswer() -> ChunkAnswer? {
        guard isGuestWaiting else { return nil }
        if isClientGone {
            (held, isFlushing) = (nil, false)
            return .clientGone
        }
        if let chunk = held {
            guard inFlight < limits.chunksInFlight else { return nil }
            queue.append(chunk)
            held = nil
            return .done
        }
        guard inFlight == 0 else { return nil }
        isFlushing = false
        return .done
    }

    /// The next chunks for the connection, the oldest first: one, or several that are short. `nil` when there are none.
    mutating func handOut() -> [[UInt8]]? {
        guard let first = queue.popFirst() else { return nil }
        var batch = [first]
        var bytes = first.count
        while let next = queue.first, bytes + next.count <= limits.batchBytes {
            queue.removeFirst()
            batch.append(next)
            bytes += next.count
        }
        handedOut += batch.count
        return batch
    }

    /// The connection has handed on everything it was given.
    /// - Returns: how many chunks that were.
    mutating func acknowledge() -> Int {
        defer { handedOut = 0 }
        return isClientGone ? 0 : handedOut
    }

    /// Nothing reaches the caller any more: what was not handed on is dropped.
    mutating func clientLeft() {
        isClientGone = true
        queue = []
    }

    /// The call has ended. What the guest has emitted is still handed out; a chunk for which it waited is not, as it
    /// was never told that it was taken.
    /// - Returns: `false` when it had ended before.
    mutating func end() -> Bool {
        guard !isEnded else { return false }
        isEnded = true
        (held, isFlushing) = (nil, false)
        return true
    }
}
