import Foundation
import Synchronization

/// What a process writes to a pipe, as it comes.
final class PipeText: Sendable {
    private struct State {
        var bytes: [UInt8] = []
        var isClosed = false
        var waiters: [@Sendable (String, _ isClosed: Bool) -> Bool] = []
    }

    private let state = Mutex(State())

    /// Reads `handle` to its end.
    init(_ handle: FileHandle) {
        handle.readabilityHandler = { [self] handle in
            let data = handle.availableData
            if data.isEmpty { handle.readabilityHandler = nil }
            append(data)
        }
    }

    /// All of it, once the last writer has closed the pipe.
    func all() async -> String { await text { _ in false } }

    /// What has come so far.
    var soFar: String { state.withLock { String(decoding: $0.bytes, as: UTF8.self) } }

    /// The text as soon as it is as wanted, or all of it.
    func text(when isWanted: @escaping @Sendable (String) -> Bool) async -> String {
        await withCheckedContinuation { continuation in
            wait { text, isClosed in
                guard isClosed || isWanted(text) else { return false }
                continuation.resume(returning: text)
                return true
            }
        }
    }

    private func wait(_ waiter: @escaping @Sendable (String, Bool) -> Bool) {
        state.withLock { state in
            let isDone = waiter(String(decoding: state.bytes, as: UTF8.self), state.isClosed)
            if !isDone { state.waiters.append(waiter) }
        }
    }

    private func append(_ data: Data) {
        state.withLock { state in
            state.bytes += data
            if data.isEmpty { state.isClosed = true }
            let text = String(decoding: state.bytes, as: UTF8.self)
            let isClosed = state.isClosed
            state.waiters.removeAll { $0(text, isClosed) }
        }
    }
}
