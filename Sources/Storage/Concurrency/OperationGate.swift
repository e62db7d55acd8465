import Synchronization

/// Counts the operations in progress, bounds them, and lets `close` wait until the last has left.
///
/// Without it a file could still be renamed into a directory whose lock has already been given up.
final class OperationGate: Sendable {
    private struct State {
        var inProgress = 0
        var isClosed = false
        var waiting: [CheckedContinuation<Void, Never>] = []
    }

    private let limit: Int
    private let state = Mutex(State())

    init(limit: Int) {
        self.limit = limit
    }

    /// Admits one operation, which must call ``leave()`` when it ends.
    func enter() throws(StorageError) {
        try state.withLock { state throws(StorageError) in
            guard !state.isClosed else { throw StorageError(.closed) }
            guard state.inProgress < limit else { throw StorageError(.overloaded) }
            state.inProgress += 1
        }
    }

    /// Ends one operation.
    func leave() {
        let released = state.withLock { state in
            state.inProgress -= 1
            guard state.isClosed, state.inProgress == 0 else { return [CheckedContinuation<Void, Never>]() }
            defer { state.waiting = [] }
            return state.waiting
        }
        for continuation in released { continuation.resume() }
    }

    /// Refuses new operations and returns when none is left in progress.
    func close() async {
        await withCheckedContinuation { continuation in
            let isIdle = state.withLock { state in
                state.isClosed = true
                if state.inProgress > 0 { state.waiting.append(continuation) }
                return state.inProgress == 0
            }
            if isIdle { continuation.resume() }
        }
    }
}
