import NIOCore
import Runtime
import Synchronization

/// What happens to a stream by itself: signs of life, the client's farewell, the end of patience with a slow one.
final class StreamSupervisor: Sendable {
    private struct State {
        var call: Call?
        var watch: UInt64?
        var pulse: KeepAlivePulse?
        var keepAlive: Scheduled<Void>?
        var farewell: Scheduled<Void>?
        var rest: Scheduled<Void>?
        var hasClientLeft = false
        var hasCallEnded = false
        var isOver = false
    }

    private let runtime: Runtime
    private let chunks: ChunkStream
    private let connection: StreamConnection
    private let times: StreamTimes
    private let state = Mutex(State())

    init(runtime: Runtime, chunks: ChunkStream, connection: StreamConnection, times: StreamTimes) {
        self.runtime = runtime
        self.chunks = chunks
        self.connection = connection
        self.times = times
    }

    /// Whether the client has left before the stream's end.
    var hasClientLeft: Bool { state.withLock(\.hasClientLeft) }

    /// Looks after a call that was just made.
    func watch(_ call: Call) {
        state.withLock { $0.call = call }
        let watch = connection.presence.whenGone { [weak self] in self?.clientLeft() }
        state.withLock { $0.watch = watch }
    }

    /// Sees to it that a silence is broken.
    func keepAlive() {
        let now = NIODeadline.now()
        state.withLock { $0.pulse = KeepAlivePulse(interval: times.keepAlive, now: now) }
        look(at: now + times.keepAlive)
    }

    /// Something was written to the client.
    func wrote() { state.withLock { $0.pulse?.wrote(now: .now()) } }

    /// The client has left, or does not take anything any more.
    ///
    /// A guest that runs learns of it and may clean up for a moment. A call without an instance has nothing to clean
    /// up.
    func clientLeft() {
        let call = state.withLock { state -> Call? in
            guard !state.hasClientLeft, !state.isOver else { return nil }
            state.hasClientLeft = true
            return state.hasCallEnded ? nil : state.call
        }
        chunks.clientLeft()
        guard let call else { return }
        guard chunks.hasBegun else { return runtime.cancel(call) }
        let farewell = connection.eventLoop.scheduleTask(in: times.farewell) { [runtime] in runtime.cancel(call) }
        keep(farewell, in: \.farewell) { $0.hasCallEnded || $0.isOver }
    }

    /// The call has ended; what remains is to bring its chunks to the client.
    func callEnded() {
        let farewell = state.withLock { state in
            state.hasCallEnded = true
            return state.farewell
        }
        farewell?.cancel()
        let rest = connection.eventLoop.scheduleTask(in: times.rest) { [connection] in connection.abort() }
        keep(rest, in: \.rest, unless: \.isOver)
    }

    /// The answer is complete: nothing more is to happen.
    func stop() {
        let past = state.withLock { state in
            let past = state
            state = State()
            state.isOver = true
            return past
        }
        for timer in [past.keepAlive, past.farewell, past.rest] { timer?.cancel() }
        if let watch = past.watch { connection.presence.forget(watch) }
    }

    /// Keeps a timer for ``stop()``, or cancels it when its purpose is gone already.
    private func keep(
        _ timer: Scheduled<Void>, in slot: WritableKeyPath<State, Scheduled<Void>?> & Sendable,
        unless isPointless: (State) -> Bool
    ) {
        let isWanted = state.withLock { state in
            if isPointless(state) { return false }
            state[keyPath: slot] = timer
            return true
        }
        if !isWanted { timer.cancel() }
    }

    private func look(at time: NIODeadline) {
        let timer = connection.eventLoop.scheduleTask(deadline: time) { [weak self] in
            guard let self, let verdict = state.withLock({ $0.pulse?.judge(now: .now()) }) else { return }
            if verdict.isDue { chunks.nudge() }
            look(at: verdict.next)
        }
        keep(timer, in: \.keepAlive, unless: \.isOver)
    }
}
