/// What came of a request to create something that may be sent again under the same key.
public enum Creation<Record: Sendable>: Sendable {
    /// It was created, and is durable.
    case created(Record)
    /// The same request came before, and nothing was created now.
    ///
    /// - Parameter answer: What ``IdempotencyClaim/answer`` made then, byte for byte.
    case repeated(answer: [UInt8])
    /// The key belongs to another request; nothing was created.
    case conflict
}

extension Creation: Equatable where Record: Equatable {}
