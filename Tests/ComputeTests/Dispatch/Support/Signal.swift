import Dispatch
import Synchronization
import Testing

/// Something that happens on another thread and is waited for.
final class Signal: Sendable {
    private let semaphore = DispatchSemaphore(value: 0)
    private let calls = Atomic<Int>(0)

    /// How often it has happened.
    var count: Int { calls.load(ordering: .acquiring) }

    func fire() {
        calls.add(1, ordering: .acquiringAndReleasing)
        semaphore.signal()
    }

    /// Waits until it has happened once more. The bound only keeps a broken test from hanging.
    func wait(sourceLocation: SourceLocation = #_sourceLocation) {
        let isThere = semaphore.wait(timeout: .now() + 60) == .success
        #expect(isThere, "nothing happened", sourceLocation: sourceLocation)
    }

    /// Waits until it has happened so often, all in all.
    func wait(for total: Int, sourceLocation: SourceLocation = #_sourceLocation) {
        for _ in 0..<total { wait(sourceLocation: sourceLocation) }
        #expect(count == total, "it happened too often", sourceLocation: sourceLocation)
    }
}
