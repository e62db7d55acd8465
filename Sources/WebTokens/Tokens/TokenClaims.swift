import Foundation
import Tenancy

/// What the verifier reads of a token's claims (RFC 7519, section 4.1).
struct TokenClaims: Decodable {
    /// Seconds since 1970; fractions are allowed.
    let expiry: Double?
    let notBefore: Double?
    let issuer: String?
    let audience: AudienceClaim?
    let tenants: TenantsClaim?

    private enum CodingKeys: String, CodingKey {
        case expiry = "exp"
        case notBefore = "nbf"
        case issuer = "iss"
        case audience = "aud"
        case tenants
    }

    init(json: [UInt8]) throws(WebTokenFault) {
        do {
            self = try JSONDecoder().decode(TokenClaims.self, from: Data(json))
        } catch {
            throw error as? WebTokenFault ?? WebTokenFault(.malformedClaims)
        }
    }

    /// The claims' meaning for this server at this time.
    ///
    /// - Parameters:
    ///   - expected: Who must have issued the token, and for whom.
    ///   - now: Seconds since 1970.
    func accepted(by expected: TokenExpectations, now: Int64) throws(WebTokenFault) -> AcceptedClaims {
        guard let expiry else { throw WebTokenFault(.missingExpiry) }
        guard Double(now) < expiry else { throw WebTokenFault(.expired) }
        if let notBefore, Double(now) < notBefore { throw WebTokenFault(.notYetValid) }
        if let wanted = expected.audience, audience?.names.contains(wanted) != true {
            throw WebTokenFault(.wrongAudience)
        }
        if let wanted = expected.issuer, issuer != wanted { throw WebTokenFault(.wrongIssuer) }
        guard let tenants else { throw WebTokenFault(.invalidTenants) }
        return AcceptedClaims(scope: tenants.scope, expiry: expiry)
    }
}
