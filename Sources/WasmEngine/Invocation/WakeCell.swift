import Synchronization

/// Joins "the host is done" with "tell me when the host is done", whichever comes first.
final class WakeCell: Sendable {
    private enum State {
        case idle
        case fired
        case waiting(@Sendable () -> Void)
    }

    private let state = Mutex(State.idle)

    /// Calls the waiter, or remembers that there was nothing to wait for.
    func fire() {
        let waiter = state.withLock { state -> (@Sendable () -> Void)? in
            guard case .waiting(let waiter) = state else {
                state = .fired
                return nil
            }
            state = .idle
            return waiter
        }
        waiter?()
    }

    /// Forgets who waits.
    func clear() {
        // The waiter goes outside the lock: it may be the last to refer to anything.
        _ = state.withLock { state in
            defer { state = .idle }
            return state
        }
    }

    /// Calls `resume` once: now when ``fire()`` came first, otherwise from the next ``fire()``.
    func wait(_ resume: @escaping @Sendable () -> Void) {
        let hasFired = state.withLock { state -> Bool in
            if case .fired = state {
                state = .idle
                return true
            }
            state = .waiting(resume)
            return false
        }
        if hasFired { resume() }
    }
}
