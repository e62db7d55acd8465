import Synchronization
import WasmEngine

/// A guest and what happens when it has ended.
///
/// A job may stand in the run queue more than once; whoever takes it claims it first, so that it is polled by one
/// thread at a time and never again after its end.
final class GuestJob: Sendable {
    let invocation: Invocation
    let completion: @Sendable () -> Void
    /// Whether something will happen at the deadline.
    let isWatched = Atomic<Bool>(false)
    private let isClaimed = Atomic<Bool>(false)

    /// - Parameter completion: called once, when the invocation has its outcome.
    init(invocation: Invocation, completion: @escaping @Sendable () -> Void) {
        self.invocation = invocation
        self.completion = completion
    }

    /// Takes the job for one poll.
    /// - Returns: `false` when another thread has it, or it has ended.
    func claim() -> Bool { !isClaimed.exchange(true, ordering: .acquiring) }

    /// Gives the job back after a poll that did not end it.
    func yield() { isClaimed.store(false, ordering: .releasing) }
}
