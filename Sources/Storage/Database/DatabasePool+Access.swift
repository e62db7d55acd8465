import GRDB

/// Accesses that neither block the cooperative pool nor stop half-way when the calling task is cancelled.
extension DatabasePool {
    /// Runs `body` within a snapshot on one of the reading threads.
    func storageRead<Value: Sendable>(
        _ body: @escaping @Sendable (Database) throws -> Value
    ) async throws(StorageError) -> Value {
        let outcome: Result<Value, StorageError> = await withCheckedContinuation { continuation in
            asyncRead { database in
                let result = Result { try body(database.get()) }
                continuation.resume(returning: result.mapError(StorageError.init(mapping:)))
            }
        }
        return try outcome.get()
    }

    /// Runs `body` on the writing thread, one at a time; `body` opens its own transactions.
    func storageWrite<Value: Sendable>(
        _ body: @escaping @Sendable (Database) throws -> Value
    ) async throws(StorageError) -> Value {
        let outcome: Result<Value, StorageError> = await withCheckedContinuation { continuation in
            asyncWriteWithoutTransaction { database in
                let result = Result { try body(database) }
                continuation.resume(returning: result.mapError(StorageError.init(mapping:)))
            }
        }
        return try outcome.get()
    }
}
