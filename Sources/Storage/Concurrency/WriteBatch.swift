import GRDB

/// The writes that share one transaction.
struct WriteBatch {
    private typealias Outcome = Result<@Sendable () -> Void, StorageError>

    /// Thrown when one write failed and the transaction is as good as before.
    private struct OneFailed: Error {}

    let writes: [QueuedWrite]

    /// Executes and commits the writes, and lets every caller go on or fail.
    func run(_ database: Database) {
        do {
            let outcomes: [Outcome]
            do {
                outcomes = try commit(database) { try writes.map { try together($0, database) } }
            } catch is OneFailed {
                outcomes = try commit(database) { try writes.map { try apart($0, database) } }
            }
            for (write, outcome) in zip(writes, outcomes) {
                switch outcome {
                case .success(let resume): resume()
                case .failure(let error): write.fail(error)
                }
            }
        } catch {
            let error = StorageError(mapping: error)
            for write in writes { write.fail(error) }
        }
    }

    private func commit(_ database: Database, _ body: () throws -> [Outcome]) throws -> [Outcome] {
        var outcomes: [Outcome] = []
        try database.inTransaction(.immediate) {
            outcomes = try body()
            return .commit
        }
        return outcomes
    }

    private func together(_ write: QueuedWrite, _ database: Database) throws -> Outcome {
        do {
            return .success(try write.run(database))
        } catch {
            // Some errors, such as a full disk, undo the whole transaction: they are everybody's.
            throw database.isInsideTransaction ? OneFailed() : error
        }
    }

    /// Within a savepoint, which not every transaction has to pay for.
    private func apart(_ write: QueuedWrite, _ database: Database) throws -> Outcome {
        do {
            var resume: (@Sendable () -> Void)?
            try database.inSavepoint {
                resume = try write.run(database)
                return .commit
            }
            return resume.map(Outcome.success) ?? .failure(StorageError(.unavailable))
        } catch {
            guard database.isInsideTransaction else { throw error }
            return .failure(StorageError(mapping: error))
        }
    }
}
