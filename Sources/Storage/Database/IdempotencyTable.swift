import GRDB

/// The statements about keys of repeated requests.
enum IdempotencyTable {
    /// What is known of the key now.
    static func lookup(_ entry: IdempotencyEntry, _ database: Database) throws -> IdempotencyLookup {
        let row = try Row.fetchOne(
            database.cachedStatement(
                sql: """
                    SELECT request_digest, answer FROM idempotency_keys
                    WHERE tenant = ? AND action = ? AND key = ? AND created_unix_ms > ?
                    """),
            arguments: [
                entry.tenant.databaseInteger, entry.action, entry.key,
                entry.now - StorageLimits.idempotencyMilliseconds,
            ])
        guard let row else { return .none }
        guard try row.decode(String.self, atIndex: 0) == entry.requestDigest.hex else { return .conflict }
        return .repeated(answer: try row.decode(Blob.self, atIndex: 1).bytes)
    }

    /// Stores a key that is new, or whose time is over.
    static func store(_ entry: IdempotencyEntry, _ database: Database) throws {
        try database.cachedStatement(
            sql: """
                INSERT OR REPLACE INTO idempotency_keys (tenant, action, key, request_digest, answer, created_unix_ms)
                VALUES (?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            entry.tenant.databaseInteger, entry.action, entry.key, entry.requestDigest.hex, Blob(entry.answer),
            entry.now,
        ])
    }

    /// Removes keys that were stored before a time, the oldest first, and returns how many.
    static func removeExpired(before time: Int64, limit: Int, _ database: Database) throws -> Int {
        try database.cachedStatement(
            sql: """
                DELETE FROM idempotency_keys WHERE rowid IN (
                    SELECT rowid FROM idempotency_keys WHERE created_unix_ms < ? ORDER BY created_unix_ms LIMIT ?)
                """
        ).execute(arguments: [time, limit])
        return database.changesCount
    }
}
