import GRDB
import Synchronization

@testable import Storage

/// Counts the transactions that a storage commits while the counter lives.
final class CommitCounter: TransactionObserver, Sendable {
    private let commits = Mutex(0)

    init(_ storage: Storage) {
        storage.pool.add(transactionObserver: self)
    }

    var count: Int { commits.withLock { $0 } }

    func observes(eventsOfKind eventKind: DatabaseEventKind) -> Bool { false }
    func databaseDidChange(with event: DatabaseEvent) {}
    func databaseDidCommit(_ database: Database) { commits.withLock { $0 += 1 } }
    func databaseDidRollback(_ database: Database) {}
}
