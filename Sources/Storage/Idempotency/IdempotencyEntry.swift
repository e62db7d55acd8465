import Tenancy

/// A claim within the limits, as it is stored.
struct IdempotencyEntry: Sendable {
    let tenant: TenantID
    let action: String
    let key: String
    let requestDigest: Digest
    /// Empty for a mere question.
    let answer: [UInt8]
    let now: Int64

    init(
        tenant: TenantID, action: String, key: String, requestDigest: Digest, answer: [UInt8] = [], now: Int64
    ) throws(StorageError) {
        guard (1...StorageLimits.idempotencyKeyBytes).contains(key.utf8.count),
            key.utf8.allSatisfy({ (0x21...0x7E).contains($0) })
        else { throw StorageError(.invalidKey) }
        guard answer.count <= StorageLimits.idempotencyAnswerBytes else { throw StorageError(.answerTooLarge) }
        self.tenant = tenant
        self.action = action
        self.key = key
        self.requestDigest = requestDigest
        self.answer = answer
        self.now = now
    }

    init<Record>(
        _ claim: IdempotencyClaim<Record>, for record: Record, tenant: TenantID, now: Int64
    ) throws(StorageError) {
        try self.init(
            tenant: tenant, action: claim.action, key: claim.key, requestDigest: claim.requestDigest,
            answer: claim.answer(record), now: now)
    }
}
