import GRDB

extension IdempotencyEntry {
    /// What came of an earlier request under the key, or nil when there was none.
    func earlier<Record>(_ database: Database) throws -> Creation<Record>? {
        switch try IdempotencyTable.lookup(self, database) {
        case .none: nil
        case .repeated(let answer): .repeated(answer: answer)
        case .conflict: .conflict
        }
    }
}
