import GRDB
import Tenancy

extension Storage {
    /// What is known of a key, for a caller that would rather answer before it does the work.
    ///
    /// The answer may be out of date at once: only the creation itself decides.
    ///
    /// - Parameters:
    ///   - tenant: Whose key.
    ///   - action: What is asked for, as in the claim.
    ///   - key: 1 … ``StorageLimits/idempotencyKeyBytes`` visible ASCII characters.
    ///   - requestDigest: The digest of the request, as in the claim.
    ///   - now: Milliseconds since the Unix epoch; those of the system's clock when nil.
    /// - Throws: ``StorageError`` with ``StorageError/Code/invalidKey``, or the disk's failure.
    public func idempotentAnswer(
        tenant: TenantID, action: String, key: String, requestDigest: Digest, now: Int64? = nil
    ) async throws(StorageError) -> IdempotencyLookup {
        let entry = try IdempotencyEntry(
            tenant: tenant, action: action, key: key, requestDigest: requestDigest,
            now: now ?? WallClock.unixMilliseconds())
        try gate.enter()
        defer { gate.leave() }
        return try await pool.storageRead { try IdempotencyTable.lookup(entry, $0) }
    }

    /// Removes the keys that were stored before a time, a bounded number in each transaction.
    ///
    /// Keys older than ``StorageLimits/idempotencyMilliseconds`` have no effect any more, removed or not.
    ///
    /// - Parameter time: Milliseconds since the Unix epoch.
    /// - Returns: How many were removed.
    @discardableResult
    public func removeExpiredIdempotencyKeys(before time: Int64) async throws(StorageError) -> Int {
        var total = 0
        while true {
            let removed = try await changingJobs { database in
                try IdempotencyTable.removeExpired(before: time, limit: StorageLimits.batchOperations, database)
            }
            total += removed
            guard removed == StorageLimits.batchOperations else { return total }
        }
    }
}
