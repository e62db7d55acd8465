import Synchronization
import WasmEngine

/// Resumes a waiting task with the first of several answers.
final class FirstAnswer: Sendable {
    typealias Answer = Result<[Value], GuestFailure>

    private let continuation: Mutex<CheckedContinuation<Answer, Never>?>

    init(_ continuation: CheckedContinuation<Answer, Never>) { self.continuation = Mutex(continuation) }

    func give(_ answer: Answer) {
        let waiting = continuation.withLock { continuation in
            defer { continuation = nil }
            return continuation
        }
        waiting?.resume(returning: answer)
    }
}
