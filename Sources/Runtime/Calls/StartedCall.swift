import Synchronization

/// Joins the start of a call with a cancellation that may come before it.
final class StartedCall: Sendable {
    private enum State {
        case notStarted
        case started(Call)
        case cancelled
    }

    private let state = Mutex(State.notStarted)

    func set(_ call: Call, in runtime: Runtime) {
        let isCancelled = state.withLock { state in
            if case .cancelled = state { return true }
            state = .started(call)
            return false
        }
        if isCancelled { runtime.cancel(call) }
    }

    func cancel(in runtime: Runtime) {
        let call = state.withLock { state -> Call? in
            defer { state = .cancelled }
            if case .started(let call) = state { return call }
            return nil
        }
        if let call { runtime.cancel(call) }
    }
}
