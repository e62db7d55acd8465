import Tenancy

/// What is left of a token's claims once they are checked.
struct AcceptedClaims: Sendable {
    let scope: TenantScope
    /// Seconds since 1970.
    let expiry: Double
}
