import Dispatch
import Glibc
import Synchronization

@testable import Telemetry

/// A disk of the tests: it has so much room, takes so much at once, and can be exchanged for another.
final class ScriptedOutput: AuditOutput {
    struct State {
        /// What was written to each file, the present one last.
        var files = [""]
        var room = Int.max
        var mostAtOnce = Int.max
        var isRenamed = false
        var synchronizations = 0
        var isSynchronizable = true
    }

    let state: Mutex<State>
    let writeLimit: Int
    private let gate: DispatchSemaphore?

    /// - Parameters:
    ///   - content: What is there already.
    ///   - gate: Each write waits for one signal.
    init(content: String = "", writeLimit: Int = .max, gate: DispatchSemaphore? = nil) {
        state = Mutex(State(files: [content]))
        self.writeLimit = writeLimit
        self.gate = gate
    }

    var files: [String] { state.withLock { $0.files } }

    func setRoom(_ room: Int) {
        state.withLock { $0.room = room }
    }

    /// The next `reopen` finds a file with this content.
    func rename(newContent: String = "") {
        state.withLock { state in
            state.isRenamed = true
            state.files.append(newContent)
        }
    }

    var endsInsideLine: Bool { files.last.map { !$0.isEmpty && !$0.hasSuffix("\n") } ?? false }

    func write(_ bytes: ArraySlice<UInt8>) throws(SystemFailure) -> Int {
        gate?.wait()
        let count = state.withLock { state in
            let count = min(bytes.count, state.room, state.mostAtOnce)
            if state.room != .max { state.room -= count }
            let file = state.files.count - (state.isRenamed ? 2 : 1)
            state.files[file] += String(decoding: bytes.prefix(count), as: UTF8.self)
            return count
        }
        guard count > 0 else { throw SystemFailure(number: ENOSPC) }
        return count
    }

    func synchronize() throws(SystemFailure) {
        let isDone = state.withLock { state in
            state.synchronizations += 1
            return state.isSynchronizable
        }
        guard isDone else { throw SystemFailure(number: EIO) }
    }

    func reopen() -> Bool {
        state.withLock { state in
            defer { state.isRenamed = false }
            return state.isRenamed
        }
    }
}
