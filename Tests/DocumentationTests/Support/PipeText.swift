import Foundation
import Synchronization

/// What a process writes to a pipe, as it comes.
final class PipeText: Sendable {
    private struct State {
        var bytes: [UInt8] = []
        var isClosed = false
        var waiters: [@Sendable (String, _ isClosed: Bool) -> Bool] = []

        var text: String { String(decoding: bytes, as: UTF8.self) }
    }

    private let state = Mutex(State())

    /// Reads a descriptor, which now belongs to this object, to its end.
    init(_ descriptor: Int32) {
        Thread.detachNewThread { [self] in
            var buffer = [UInt8](repeating: 0, count: 1 << 16)
            while true {
                let count = read(descriptor, &buffer, buffer.count)
                if count < 0, errno == EINTR { continue }
                append(buffer[..<max(count, 0)])
                if count <= 0 { break }
            }
            close(descriptor)
        }
    }

    /// All of it, once the last writer has closed the pipe.
    func all() async -> String { await text { _ in false } }

    /// What has come so far.
    var soFar: String { state.withLock(\.text) }

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
            let isDone = waiter(state.text, state.isClosed)
            if !isDone { state.waiters.append(waiter) }
        }
    }

    private func append(_ bytes: ArraySlice<UInt8>) {
        state.withLock { state in
            state.bytes += bytes
            if bytes.isEmpty { state.isClosed = true }
            let (text, isClosed) = (state.text, state.isClosed)
            state.waiters.removeAll { $0(text, isClosed) }
        }
    }
}
