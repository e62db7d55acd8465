import GRDB
import Synchronization

/// Commits the writes of many callers together, so that they wait for the disk once and not one after the other.
final class GroupCommit: Sendable {
    private let pool: DatabasePool
    private let queue = Mutex(WriteQueue<QueuedWrite>(limits: .init()))

    init(_ pool: DatabasePool) { self.pool = pool }

    /// The writes that no transaction has taken yet.
    var waiting: Int { queue.withLock(\.count) }

    /// Executes `body` in a transaction shared with others, and returns when that has reached the disk.
    ///
    /// When `body` throws, what it has written is undone and nobody else's writes are. When the commit fails, all who
    /// share the transaction fail.
    ///
    /// - Parameters:
    ///   - bytes: The size of what is written, for the bounds of one transaction.
    ///   - body: Statements; may be executed twice, the first time without effect.
    func perform<Value: Sendable>(
        bytes: Int = 0, _ body: @escaping @Sendable (Database) throws -> Value
    ) async throws(StorageError) -> Value {
        let outcome: Result<Value, StorageError> = await withCheckedContinuation { continuation in
            let write = QueuedWrite(
                run: { database in
                    let value = try body(database)
                    return { continuation.resume(returning: .success(value)) }
                },
                fail: { continuation.resume(returning: .failure($0)) })
            switch queue.withLock({ $0.append(write, bytes: bytes) }) {
            case .queued: break
            case .mustBegin: writeNext()
            case .refused: write.fail(StorageError(.overloaded))
            }
        }
        return try outcome.get()
    }

    /// Each transaction is a turn of its own on the writing thread, so that other writes get theirs in between.
    private func writeNext() {
        pool.asyncWriteWithoutTransaction { database in
            WriteBatch(writes: self.queue.withLock { $0.next() }).run(database)
            if self.queue.withLock({ $0.finish() }) { self.writeNext() }
        }
    }
}
