/// Who calls, as far as credentials tell: never the credential itself.
public struct Principal: Sendable, Equatable {
    /// How the caller proved who it is.
    public enum Kind: String, Sendable {
        /// It did not: the server has no tokens.
        case anonymous
        /// By a token of the operator's list.
        case token
        /// By a signed JSON web token.
        case jwt
    }

    /// How the caller proved who it is.
    public let kind: Kind

    /// The first eight hexadecimal digits of the credential's SHA-256; empty for the anonymous caller.
    public let tokenID: String

    /// The tenants that the caller may act for.
    public let scope: TenantScope

    /// Makes a principal of its parts; `tokenID` comes from ``TokenDigest/tokenID``.
    public init(kind: Kind, tokenID: String, scope: TenantScope) {
        self.kind = kind
        self.tokenID = tokenID
        self.scope = scope
    }

    /// The one caller of development mode, who may act for every tenant.
    public static let anonymous = Principal(kind: .anonymous, tokenID: "", scope: .all)
}
