import Synchronization
import Tenancy

/// Turns JSON web tokens (RFC 7519) into principals, with the public keys of their issuer.
///
/// Only signatures of asymmetric keys are accepted, only with an algorithm of the key that the token names, and only
/// with keys of the set. A reload makes a new verifier, so that tokens of keys that are gone are not remembered.
///
/// ```swift
/// let verifier = try await WebTokenVerifier(keySetJSON: file, audience: "tensor-wasm", issuer: nil)
/// let caller = try verifier.cachedPrincipal(of: token, now: now) ?? await verifier.principal(of: token, now: now)
/// ```
public final class WebTokenVerifier: Sendable {
    private let keys: VerificationKeys
    private let expected: TokenExpectations
    private let verified = Mutex(VerifiedTokens(capacity: WebTokenLimits.rememberedTokens))

    /// Makes a verifier of a key set.
    ///
    /// - Parameters:
    ///   - keySetJSON: A key set (RFC 7517), at most ``WebTokenLimits/keySetBytes``. Keys for other uses than
    ///     signatures are ignored; symmetric and private keys are refused.
    ///   - audience: What must be in the claim `aud`; nil accepts any.
    ///   - issuer: What must be the claim `iss`; nil accepts any.
    /// - Throws: ``WebTokenFault``, with the number of the key where one is at fault.
    public init(keySetJSON: [UInt8], audience: String?, issuer: String?) async throws(WebTokenFault) {
        keys = try await VerificationKeys(json: keySetJSON)
        expected = TokenExpectations(audience: audience, issuer: issuer)
    }

    /// Verifies a token.
    ///
    /// It must have the claims `exp`, and `tenants`: `"*"` or an array of tenant ids.
    ///
    /// - Parameters:
    ///   - token: The token in compact form, at most ``WebTokenLimits/tokenBytes``.
    ///   - now: Seconds since 1970. There is no leeway.
    /// - Returns: The caller; its token id is of the whole token, signature included.
    /// - Throws: ``WebTokenFault`` for every token that is not valid now.
    public func principal(of token: String, now: Int64) async throws(WebTokenFault) -> Principal {
        guard token.utf8.count <= WebTokenLimits.tokenBytes else { throw WebTokenFault(.tokenTooLong) }
        let bytes = Array(token.utf8)
        let digest = TokenDigest(of: bytes)
        if let principal = verified.withLock({ $0.principal(digest, now: now) }) { return principal }
        let claims = try verify(bytes, now: now)
        let principal = Principal(kind: .jwt, tokenID: digest.tokenID, scope: claims.scope)
        verified.withLock { $0.insert(digest, principal, expiry: claims.expiry) }
        return principal
    }

    /// Who presents a token that was verified before and has not expired; nil means to ask ``principal(of:now:)``.
    ///
    /// It takes a hash of the token and a look-up, and never waits for a verification.
    ///
    /// - Parameter now: Seconds since 1970.
    public func cachedPrincipal(of token: String, now: Int64) -> Principal? {
        guard token.utf8.count <= WebTokenLimits.tokenBytes else { return nil }
        let digest = TokenDigest(of: Array(token.utf8))
        return verified.withLock { $0.principal(digest, now: now) }
    }

    private func verify(_ bytes: [UInt8], now: Int64) throws(WebTokenFault) -> AcceptedClaims {
        guard let token = CompactToken(bytes) else { throw WebTokenFault(.malformedToken) }
        let header = try TokenHeader(json: token.header)
        try keys.key(for: header).verify(token, algorithm: header.algorithm)
        return try TokenClaims(json: token.claims).accepted(by: expected, now: now)
    }
}
