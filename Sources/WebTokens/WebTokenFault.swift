/// Why a key set cannot be used, or why a token is not valid.
///
/// It never contains anything of the token or of the key.
public struct WebTokenFault: Error, Sendable, Equatable {
    /// What kind of fault it is, stable for programs.
    public let code: Code

    /// Which key of the set is at fault, from 1 on. Absent for faults of the whole set and of tokens.
    public let key: Int?

    init(_ code: Code, key: Int? = nil) {
        self.code = code
        self.key = key
    }

    /// What is wrong, in words that are safe to show to anyone.
    public var reason: String { code.reason }
}

extension WebTokenFault: CustomStringConvertible {
    /// Key and reason as one line, like `key 2: the key is malformed`.
    public var description: String {
        guard let key else { return reason }
        return "key \(key): \(reason)"
    }
}
