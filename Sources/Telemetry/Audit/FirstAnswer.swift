import Synchronization

/// A continuation that two may want to resume: the first one does.
final class FirstAnswer: Sendable {
    private let continuation: Mutex<CheckedContinuation<Int, Never>?>

    init(_ continuation: CheckedContinuation<Int, Never>) {
        self.continuation = Mutex(continuation)
    }

    /// - Parameter answer: Not asked for when an answer was given before.
    func give(_ answer: () -> Int) {
        continuation.withLock { $0.take() }?.resume(returning: answer())
    }
}
