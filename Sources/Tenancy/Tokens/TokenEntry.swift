/// One token of a list: its digest and what it may do.
struct TokenEntry: Sendable {
    let digest: TokenDigest
    let scope: TenantScope

    /// Whether the operator wrote a scope; without one the token has every tenant, which is deprecated.
    let isScoped: Bool
}
