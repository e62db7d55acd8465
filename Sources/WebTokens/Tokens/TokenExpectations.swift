/// What a token must say besides being signed.
struct TokenExpectations: Sendable {
    /// Must be in `aud`; nil accepts any.
    let audience: String?
    /// Must be `iss`; nil accepts any.
    let issuer: String?
}
