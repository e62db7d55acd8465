/// A client's wish that a request which it may send again is carried out once.
///
/// Stored together with what the request creates, in one transaction: either both are durable or neither is. A request
/// that fails leaves its key free.
public struct IdempotencyClaim<Record: Sendable>: Sendable {
    /// What is asked for, such as `create_function`: the same key stands for something else in another action.
    public var action: String

    /// The client's key: 1 … ``StorageLimits/idempotencyKeyBytes`` visible ASCII characters.
    public var key: String

    /// The digest of all that makes two requests the same.
    public var requestDigest: Digest

    /// Makes the answer that is given again to a repeated request, at most ``StorageLimits/idempotencyAnswerBytes``.
    public var answer: @Sendable (Record) -> [UInt8]

    /// Makes a claim of its parts.
    public init(
        action: String, key: String, requestDigest: Digest, answer: @escaping @Sendable (Record) -> [UInt8]
    ) {
        self.action = action
        self.key = key
        self.requestDigest = requestDigest
        self.answer = answer
    }
}
