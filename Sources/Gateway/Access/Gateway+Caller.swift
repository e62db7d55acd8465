import Settings
import WebTokens

extension Gateway {
    /// Who makes a request whose token needs no verification, or why nobody may.
    func caller(_ fields: AccessFields, _ scope: RequestScope) -> Result<Caller, APIError> {
        Result { () throws(APIError) in
            noteForwardedCertificate(fields, scope)
            try access.checkHost(fields)
            guard case .allowed(let caller) = try access.check(fields, scope) else { throw BearerToken.refused }
            return caller
        }
    }

    /// Who makes a request, after verification of its token where that is needed.
    func verifiedCaller(_ fields: AccessFields, _ scope: RequestScope) async throws(APIError) -> Caller {
        switch try access.check(fields, scope) {
        case .allowed(let caller): return caller
        case .unverified(let verifier, let token):
            return try await access.verify(verifier, token: token, fields, scope)
        }
    }

    /// Keeps for the audit record what a trusted proxy says of the client's certificate.
    func noteForwardedCertificate(_ fields: AccessFields, _ scope: RequestScope) {
        guard let trail = scope.audit, let proxies = settings.api.trustedProxies,
            proxies.contains(scope.connection.peerIP)
        else { return }
        trail.forwarded(ForwardedCertificate.subject(fields.forwardedCertificate))
    }
}
