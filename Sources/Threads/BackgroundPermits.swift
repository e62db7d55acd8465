import DequeModule
import Dispatch
import Synchronization

/// As many permits as there are processors: a thread of a ``BackgroundCrew`` holds one while it works.
///
/// Linux lets a thread that wakes up wait for those of the background that have had less than their share of the same
/// processor. With one of them on each processor there is no such thread; with two a request waits for milliseconds
/// (measured: P99 of a trivial server 0.15 ms beside one each, 4 ms beside two, 8 ms beside four).
final class BackgroundPermits: Sendable {
    /// Those of the process.
    static let shared = BackgroundPermits(count: AvailableProcessors.count)

    private struct State {
        var free: Int
        var waiting: Deque<DispatchSemaphore> = []
    }

    private let state: Mutex<State>

    init(count: Int) { state = Mutex(State(free: count)) }

    /// Waits for a permit; those who wait get theirs in the order in which they came.
    /// - Parameter turn: a semaphore of the caller's own, at 0.
    func acquire(_ turn: DispatchSemaphore) {
        let mustWait = state.withLock { state in
            guard state.free == 0 else {
                state.free -= 1
                return false
            }
            state.waiting.append(turn)
            return true
        }
        if mustWait { turn.wait() }
    }

    /// Gives a permit back, to the first who waits.
    func release() {
        let next = state.withLock { state in
            let next = state.waiting.popFirst()
            if next == nil { state.free += 1 }
            return next
        }
        next?.signal()
    }
}
