import Synchronization
import WasmEngine

/// Answers a guest's chunks as a test says, and keeps them.
final class RecordingSink: ChunkSink {
    let chunkBytes: Int
    private let state: Mutex<State>

    private struct State {
        var answers: [ChunkAnswer?]
        var chunks: [[UInt8]] = []
        var flushes = 0
        var waiting: (@Sendable (ChunkAnswer) -> Void)?
    }

    /// - Parameter answers: one for each question, in order; `nil` makes the guest wait. Later ones are `done`.
    init(_ answers: [ChunkAnswer?] = [], chunkBytes: Int = 64 << 10) {
        self.chunkBytes = chunkBytes
        state = Mutex(State(answers: answers))
    }

    var chunks: [[UInt8]] { state.withLock(\.chunks) }
    var flushes: Int { state.withLock(\.flushes) }

    func emit(_ bytes: [UInt8], then answer: @escaping @Sendable (ChunkAnswer) -> Void) -> ChunkAnswer? {
        state.withLock { state in
            state.chunks.append(bytes)
            return Self.answer(&state, answer)
        }
    }

    func flush(then answer: @escaping @Sendable (ChunkAnswer) -> Void) -> ChunkAnswer? {
        state.withLock { state in
            state.flushes += 1
            return Self.answer(&state, answer)
        }
    }

    /// Answers a guest that waits.
    /// - Returns: whether one did.
    func resume(_ answer: ChunkAnswer) -> Bool {
        let waiting = state.withLock { state in
            defer { state.waiting = nil }
            return state.waiting
        }
        waiting?(answer)
        return waiting != nil
    }

    private static func answer(
        _ state: inout State, _ waiting: @escaping @Sendable (ChunkAnswer) -> Void
    ) -> ChunkAnswer? {
        guard let answer = state.answers.isEmpty ? .done : state.answers.removeFirst() else {
            state.waiting = waiting
            return nil
        }
        return answer
    }
}
