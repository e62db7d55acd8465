import Settings
import Telemetry
import Tenancy
import WebTokens

/// Decides whether a request may go on, before anything it names is looked up: host, token, tenant, scope, rate.
///
/// The order is part of the contract. Scope comes before ownership, so that nobody learns by the difference of 403 and
/// 404 what exists.
final class AccessControl: Sendable {
    private let authenticator: Authenticator
    private let settings: Settings
    private let metrics: TensorWasmMetrics
    private let perToken: RateLimiter<String>?
    private let perTenant: RateLimiter<TenantOfToken>?

    /// What a rate limit is kept for.
    private struct TenantOfToken: Hashable, Sendable {
        let token: String
        let tenant: TenantID
    }

    /// Requests a second of a token when only its burst is configured, and the other way round.
    private static let defaultTokenRate = 100
    private static let defaultTokenBurst = 200

    init(_ settings: Settings, credentials: Credentials, metrics: TensorWasmMetrics) {
        self.settings = settings
        self.metrics = metrics
        authenticator = Authenticator(credentials)
        let api = settings.api
        let limits = settings.limits
        let isLimited = api.rateLimit != nil || api.rateLimitBurst != nil
        perToken =
            isLimited
            ? Self.limiter(api.rateLimit ?? Self.defaultTokenRate, api.rateLimitBurst ?? Self.defaultTokenBurst) : nil
        perTenant =
            credentials.accepted == nil || limits.ratePerTenant == 0
            ? nil : Self.limiter(limits.ratePerTenant, limits.burstPerTenant)
    }

    private static func limiter<Key>(_ ratePerSecond: Int, _ burst: Int) -> RateLimiter<Key>? {
        RateLimit(ratePerSecond: Double(ratePerSecond), burst: burst).map {
            RateLimiter($0, capacity: FixedLimits.rateLimitBuckets.value)
        }
    }

    /// Takes other credentials from now on.
    func replaceCredentials(with credentials: Credentials) { authenticator.replace(with: credentials) }

    /// Refuses requests that name another server.
    /// - Throws: `host_not_allowed`.
    func checkHost(_ fields: AccessFields) throws(APIError) {
        guard let hosts = settings.api.trustedHosts else { return }
        guard let host = fields.host.first, fields.host.count == 1, hosts.allows(host) else {
            throw APIError(.hostNotAllowed, "this server does not answer under that name")
        }
    }

    /// Whether ``check(_:_:)`` would have to wait for the verification of a token.
    func mustVerify(_ fields: AccessFields) -> Bool {
        guard let field = fields.authorization.first else { return false }
        return authenticator.mustVerify(field, now: WallClock.unixMilliseconds() / 1_000)
    }

    /// How far a request has come.
    enum Progress {
        case allowed(Caller)
        /// The token must be verified first; ``verify(_:token:fields:)`` goes on.
        case unverified(WebTokenVerifier, token: String)
    }

    /// Checks token, tenant, scope and rate, in this order.
    /// - Throws: ``APIError`` of the kinds of 400, 401, 403 and 429.
    func check(_ fields: AccessFields, _ scope: RequestScope) throws(APIError) -> Progress {
        let answer: Authenticator.Answer
        do throws(APIError) {
            answer = try authenticator.identify(fields.authorization, now: WallClock.unixMilliseconds() / 1_000)
        } catch {
            metrics.access.authenticationFailed(
                AuthenticationFailureLabel(error, isMissing: fields.authorization.isEmpty))
            throw error
        }
        switch answer {
        case .principal(let principal): return .allowed(try admit(principal, fields, scope))
        case .unverified(let verifier, let token): return .unverified(verifier, token: token)
        }
    }

    /// Verifies a web token, then goes on as ``check(_:_:)``.
    func verify(
        _ verifier: WebTokenVerifier, token: String, _ fields: AccessFields, _ scope: RequestScope
    ) async throws(APIError) -> Caller {
        let principal: Principal
        do throws(WebTokenFault) {
            principal = try await verifier.principal(of: token, now: WallClock.unixMilliseconds() / 1_000)
        } catch {
            metrics.access.authenticationFailed(error.code == .expired ? .expired : .unknown)
            throw BearerToken.refused
        }
        return try admit(principal, fields, scope)
    }

    private func admit(
        _ principal: Principal, _ fields: AccessFields, _ scope: RequestScope
    ) throws(APIError) -> Caller {
        scope.audit?.identified(principal)
        let tenant = try TenantField.read(fields.tenant, isRequired: settings.api.requiresTenant)
        scope.audit?.acts(for: tenant)
        guard principal.scope.allows(tenant) else {
            throw APIError(.tenantScopeDenied, "the token is not for this tenant")
        }
        let now = MonotonicClock.now()
        // The narrower one first: what it refuses must not cost the token's other tenants anything.
        if let perTenant {
            try limit(perTenant.take(TenantOfToken(token: principal.tokenID, tenant: tenant), now: now), .tenant)
        }
        if let perToken { try limit(perToken.take(principal.tokenID, now: now), .token) }
        return Caller(principal: principal, tenant: tenant)
    }

    private func limit(_ decision: RateDecision, _ limit: RateLimitLabel) throws(APIError) {
        guard let seconds = decision.retryAfterSeconds else { return }
        metrics.access.rateLimited(by: limit)
        var error = APIError(.rateLimited, "too many requests")
        error.retryAfterSeconds = seconds
        throw error
    }
}

extension AuthenticationFailureLabel {
    fileprivate init(_ error: APIError, isMissing: Bool) {
        self = isMissing ? .missing : error.kind == .unauthorized ? .unknown : .malformed
    }
}
