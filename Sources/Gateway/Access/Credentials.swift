import Synchronization
import Tenancy
import WebTokens

/// What callers are known by: tokens and the keys of web tokens. Replaced as a whole when the operator changes them.
public struct Credentials: Sendable {
    /// `nil` when neither tokens nor keys are configured: everybody is accepted.
    let accepted: Accepted?

    struct Accepted: Sendable {
        let tokens: TokenTable
        let webTokens: WebTokenVerifier?
    }

    /// Development mode: everybody is accepted, for every tenant.
    public static let none = Credentials(accepted: nil)

    /// Accepts these tokens and what these keys have signed.
    public static func accepting(_ tokens: TokenTable, webTokens: WebTokenVerifier?) -> Credentials {
        Credentials(accepted: Accepted(tokens: tokens, webTokens: webTokens))
    }
}

/// Tells who calls from the token that a request shows.
final class Authenticator: Sendable {
    private let credentials: Mutex<Credentials>

    init(_ credentials: Credentials) { self.credentials = Mutex(credentials) }

    /// Takes other credentials from now on.
    func replace(with credentials: Credentials) { self.credentials.withLock { $0 = credentials } }

    /// Whether ``identify(_:now:)`` would answer that the token is unverified.
    func mustVerify(_ authorization: String, now: Int64) -> Bool {
        guard let accepted = credentials.withLock({ $0 }).accepted, accepted.webTokens != nil else { return false }
        guard case .unverified? = try? identify([authorization], now: now) else { return false }
        return true
    }

    enum Answer {
        case principal(Principal)
        /// A web token that has to be verified first, which may take a while.
        case unverified(WebTokenVerifier, token: String)
    }

    /// - Parameter now: seconds since 1970.
    /// - Throws: `unauthorized`, `invalid_auth`, `bad_request`.
    func identify(_ authorization: [String], now: Int64) throws(APIError) -> Answer {
        guard let accepted = credentials.withLock({ $0 }).accepted else {
            // What is malformed is refused in development mode too, so that nobody learns it only in production.
            if !authorization.isEmpty { _ = try BearerToken.read(authorization) }
            return .principal(.anonymous)
        }
        let token = try BearerToken.read(authorization)
        if let principal = accepted.tokens.principal(of: token.utf8) { return .principal(principal) }
        guard let verifier = accepted.webTokens, WebTokenVerifier.looksLikeWebToken(token.utf8) else {
            throw BearerToken.refused
        }
        if let principal = verifier.cachedPrincipal(of: String(token), now: now) { return .principal(principal) }
        return .unverified(verifier, token: String(token))
    }
}
