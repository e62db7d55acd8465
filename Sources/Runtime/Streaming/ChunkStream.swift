import Synchronization
import WasmEngine

/// The stream of one call: a guest emits chunks at one end, one reader takes them at the other.
///
/// The guest is at most ``ChunkLimits/chunksInFlight`` chunks ahead of the reader; with one more it is suspended until
/// the reader has handed one on, the call ends, or the client leaves.
///
/// ```swift
/// let stream = ChunkStream()
/// request.chunks = stream
/// runtime.call(request) { stream.end($0) }
/// while case .chunks(let chunks) = await stream.next() { try await write(chunks) }
/// ```
public final class ChunkStream: ChunkSink {
    private struct State {
        var flow: ChunkFlow
        /// Resumes the guest, when it waits.
        var guest: (@Sendable (ChunkAnswer) -> Void)?
        var reader: CheckedContinuation<ChunkDelivery, Never>?
        var answer: CallAnswer?
        var hasBegun = false
    }

    /// What has to be done about a change, once the lock is open.
    private struct Effects {
        var guest: (resume: @Sendable (ChunkAnswer) -> Void, answer: ChunkAnswer)?
        var reader: (continuation: CheckedContinuation<ChunkDelivery, Never>, delivery: ChunkDelivery)?
        var delivered = 0
    }

    private let limits: ChunkLimits
    private let observe: @Sendable (_ chunks: Int) -> Void
    private let state: Mutex<State>

    /// - Parameter observe: called with the number of chunks whenever the reader has handed some on.
    public init(limits: ChunkLimits = ChunkLimits(), observe: @escaping @Sendable (_ chunks: Int) -> Void = { _ in }) {
        self.limits = limits
        self.observe = observe
        state = Mutex(State(flow: ChunkFlow(limits: limits)))
    }

    /// The largest chunk, in bytes.
    public var chunkBytes: Int { limits.chunkBytes }

    /// Whether the call has had an instance; before that, nothing is lost with it.
    public var hasBegun: Bool { state.withLock(\.hasBegun) }

    /// Whether the guest waits for the reader.
    var isGuestWaiting: Bool { state.withLock(\.flow.isGuestWaiting) }

    /// Takes a chunk of the guest; `answer` is called later when this returns `nil`.
    public func emit(_ bytes: [UInt8], then answer: @escaping @Sendable (ChunkAnswer) -> Void) -> ChunkAnswer? {
        ask(answer) { $0.emit(bytes) }
    }

    /// Asks that everything emitted is handed on; `answer` is called later when this returns `nil`.
    public func flush(then answer: @escaping @Sendable (ChunkAnswer) -> Void) -> ChunkAnswer? {
        ask(answer) { $0.flush() }
    }

    /// Waits for what comes next, and says that everything delivered before was handed on. For one reader, one call at
    /// a time.
    public func next() async -> ChunkDelivery {
        await withCheckedContinuation { continuation in
            change { state, effects in
                effects.delivered = state.flow.acknowledge()
                state.reader = continuation
            }
        }
    }

    /// Ends a wait of the reader with ``ChunkDelivery/silence``; nothing happens when it does not wait.
    public func nudge() {
        change { state, effects in
            guard let reader = state.reader else { return }
            state.reader = nil
            effects.reader = (reader, .silence)
        }
    }

    /// The client has left: the guest learns of it when it emits or flushes, now if it waits in one of them.
    public func clientLeft() { change { state, _ in state.flow.clientLeft() } }

    /// The call has ended; the reader gets the remaining chunks and then the answer. Only the first end counts.
    public func end(_ answer: CallAnswer) {
        change { state, _ in
            guard state.flow.end() else { return }
            state.answer = answer
            // It belongs to a guest that is gone.
            state.guest = nil
        }
    }

    /// The call gets its instance.
    func begin() { state.withLock { $0.hasBegun = true } }

    private func ask(
        _ resume: @escaping @Sendable (ChunkAnswer) -> Void, _ question: (inout ChunkFlow) -> ChunkAnswer?
    ) -> ChunkAnswer? {
        var answer: ChunkAnswer?
        change { state, _ in
            answer = question(&state.flow)
            if answer == nil { state.guest = resume }
        }
        return answer
    }

    /// Changes the state, and resumes whoever has waited for the change.
    private func change(_ body: (inout State, inout Effects) -> Void) {
        let effects = state.withLock { state in
            var effects = Effects()
            body(&state, &effects)
            Self.settle(&state, &effects)
            return effects
        }
        if effects.delivered > 0 { observe(effects.delivered) }
        if let guest = effects.guest { guest.resume(guest.answer) }
        if let reader = effects.reader { reader.continuation.resume(returning: reader.delivery) }
    }

    private static func settle(_ state: inout State, _ effects: inout Effects) {
        if let guest = state.guest, let answer = state.flow.takeGuestAnswer() {
            effects.guest = (guest, answer)
            state.guest = nil
        }
        if let reader = state.reader, let delivery = delivery(&state) {
            effects.reader = (reader, delivery)
            state.reader = nil
        }
    }

    private static func delivery(_ state: inout State) -> ChunkDelivery? {
        if let chunks = state.flow.handOut() { return .chunks(chunks) }
        return state.answer.map(ChunkDelivery.ended)
    }
}
