/// Who made an audited call.
public struct AuditActor: Sendable, Equatable {
    /// How the caller is known; the values of `actor.kind`.
    public enum Kind: String, Sendable, CaseIterable {
        /// Anybody: the server runs without tokens.
        case anonymous
        /// One of the configured tokens.
        case token
        /// A signed web token.
        case jwt
        /// No credentials, or none that are valid: the call was refused.
        case unauthenticated
        /// No caller: a signal to the process.
        case signal
    }

    /// How the caller is known.
    public let kind: Kind
    /// The first eight hexadecimal digits of the SHA-256 of the token.
    public let tokenID: String?
    /// The tenants that the actor may act for: `*` or numbers with commas between.
    public let scope: String?

    /// Names an actor.
    ///
    /// - Parameters:
    ///   - kind: How the caller is known.
    ///   - tokenID: Exactly eight lower-case hexadecimal digits; any other text is dropped, so that no token can get
    ///     into the log by mistake.
    ///   - scope: The tenants; nil when the actor is not known to have any.
    public init(kind: Kind, tokenID: String? = nil, scope: String? = nil) {
        self.kind = kind
        self.tokenID = tokenID.flatMap { Self.isTokenID($0) ? $0 : nil }
        self.scope = scope
    }

    /// Nobody who called: a signal to the process.
    public static let signal = AuditActor(kind: .signal)

    private static func isTokenID(_ text: String) -> Bool {
        text.utf8.count == 8 && text.utf8.allSatisfy { HexText.value($0) != nil }
    }
}
