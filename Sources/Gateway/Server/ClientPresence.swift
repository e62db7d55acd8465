import Synchronization

/// Whether the client of a connection is still there, and what to do when it leaves.
final class ClientPresence: Sendable {
    private enum State {
        case present([UInt64: @Sendable () -> Void])
        case gone
    }

    private let state = Mutex((next: UInt64(0), state: State.present([:])))

    /// Runs `action` when the client leaves; now, if it has left.
    /// - Returns: a number for ``forget(_:)``.
    func whenGone(_ action: @escaping @Sendable () -> Void) -> UInt64 {
        let number = state.withLock { state -> UInt64? in
            guard case .present(var actions) = state.state else { return nil }
            state.next += 1
            actions[state.next] = action
            state.state = .present(actions)
            return state.next
        }
        if number == nil { action() }
        return number ?? 0
    }

    /// Drops an action that is no longer wanted.
    func forget(_ number: UInt64) {
        state.withLock { state in
            guard case .present(var actions) = state.state else { return }
            actions[number] = nil
            state.state = .present(actions)
        }
    }

    /// The client has left.
    func leave() {
        let actions = state.withLock { state in
            defer { state.state = .gone }
            guard case .present(let actions) = state.state else { return [:] as [UInt64: @Sendable () -> Void] }
            return actions
        }
        for action in actions.values { action() }
    }
}
