/// What is known of a key.
public enum IdempotencyLookup: Sendable, Equatable {
    /// Nothing: the request is new.
    case none
    /// The same request was carried out, and got this answer.
    case repeated(answer: [UInt8])
    /// Another request was carried out under the key.
    case conflict
}
