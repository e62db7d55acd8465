/// Why the storage could not do what it was asked.
///
/// `message` may be shown to any client: it never names a path, a tenant or an id. `underlying` is for the
/// operator's log only.
public struct StorageError: Error, Sendable, Equatable {
    /// What kind of failure it is; stable, and open to new values.
    public let code: Code

    /// What happened, in words that are safe to show to clients.
    public let message: String

    /// The failed call, its path and the system's reason, for the operator's log; may name host paths.
    public let underlying: String?

    /// Makes an error.
    ///
    /// - Parameters:
    ///   - code: The kind of failure.
    ///   - message: Text for clients; the code's own text when absent.
    ///   - underlying: Text for the operator's log.
    public init(_ code: Code, message: String? = nil, underlying: String? = nil) {
        self.code = code
        self.message = message ?? code.defaultMessage
        self.underlying = underlying
    }
}

extension StorageError: CustomStringConvertible {
    /// The code, the message and the underlying reason: text for the operator's log.
    public var description: String {
        guard let underlying else { return "\(code.rawValue): \(message)" }
        return "\(code.rawValue): \(message) (\(underlying))"
    }
}
