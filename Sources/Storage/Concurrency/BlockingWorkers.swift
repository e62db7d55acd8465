import Dispatch
import Synchronization

/// A few threads of their own for calls that block on a disk, so that the cooperative pool never waits for one.
final class BlockingWorkers: Sendable {
    private let queues: [DispatchQueue]
    private let turn = Atomic<Int>(0)

    /// - Parameter count: The number of calls that may block at once.
    init(count: Int) {
        queues = (0..<count).map { DispatchQueue(label: "storage.files.\($0)") }
    }

    /// Runs `body` on one of the threads and returns what it returns.
    func run<Value: Sendable>(
        _ body: @escaping @Sendable () throws(StorageError) -> Value
    ) async throws(StorageError) -> Value {
        let ticket = turn.wrappingAdd(1, ordering: .relaxed).oldValue
        let queue = queues[Int(UInt(bitPattern: ticket) % UInt(queues.count))]
        let outcome: Result<Value, StorageError> = await withCheckedContinuation { continuation in
            queue.async {
                continuation.resume(returning: Result(catching: body))
            }
        }
        return try outcome.get()
    }
}
