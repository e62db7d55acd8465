extension Settings {
    /// The settings of the HTTP API; `TENSOR_WASM_API_…`.
    public struct API: Sendable {
        /// The token that `/metrics` asks for; without one it is open.
        public let metricsToken: Secret?
        /// The tokens with their scopes, as they were written.
        public let tokens: Secret?
        /// A file of tokens, one a line, read again on SIGHUP.
        public let tokensFile: String?
        /// A JSON web key set, read again on SIGHUP.
        public let keySetFile: String?
        /// What a web token must name as its audience.
        public let tokenAudience: String?
        /// What a web token must name as its issuer.
        public let tokenIssuer: String?
        /// Whether a call must name its tenant.
        public let requiresTenant: Bool
        /// The names under which the server may be addressed; `nil` allows all.
        public let trustedHosts: HostList?
        /// Proxies whose `X-Forwarded-Client-Cert` field is believed.
        public let trustedProxies: AddressList?
        /// Origins whose pages may call from a browser.
        public let allowedOrigins: OriginList?
        /// Where audit records go.
        public let auditLog: AuditSink
        /// Whether a call fails when it cannot be audited.
        public let auditIsStrict: Bool
        /// Requests a second of a token; `nil` for no limit, or the default when only ``rateLimitBurst`` is set.
        public let rateLimit: Int?
        /// Requests of a token at once.
        public let rateLimitBurst: Int?

        init<Reader: SettingReading>(reading reader: inout Reader) throws(Reader.Failure) {
            metricsToken = try reader.read(
                Setting(
                    "API_METRICS_TOKEN", .optional(.bearerToken), default: .value(nil),
                    "Bearer token that `GET /metrics` asks for. Without one, everybody who reaches the server reads "
                        + "the metrics."))
            tokens = try reader.read(
                Setting(
                    "API_TOKENS", .optional(.tokenList), default: .value(nil),
                    "Tokens and the tenants they may act for. `sha256:` and 64 hexadecimal digits may stand in place of a "
                        + "token. Without any token, file or key set the server is in development mode: it listens on "
                        + "loopback only and accepts everybody."))
            tokensFile = try reader.read(
                Setting(
                    "API_TOKENS_FILE", .optional(.path), default: .value(nil),
                    "File of tokens, one entry a line, `#` begins a comment. Read again on SIGHUP."))
            keySetFile = try reader.read(
                Setting(
                    "API_JWKS_FILE", .optional(.path), default: .value(nil),
                    "JSON web key set whose keys verify JSON web tokens; their claim `tenants` is the scope. Read again "
                        + "on SIGHUP."))
            tokenAudience = try reader.read(
                Setting(
                    "API_JWT_AUDIENCE", .optional(.text), default: .value(nil),
                    "Audience that a JSON web token must name. Set it where keys also sign tokens for others."))
            tokenIssuer = try reader.read(
                Setting(
                    "API_JWT_ISSUER", .optional(.text), default: .value(nil),
                    "Issuer that a JSON web token must name."))
            requiresTenant = try reader.read(
                Setting(
                    "API_REQUIRE_TENANT", .boolean, flag: "require-tenant", default: .value(false),
                    "Whether a call without `X-TensorWasm-Tenant` is refused with 400 `missing_tenant`; otherwise it acts "
                        + "for tenant 0."))
            trustedHosts = try reader.read(
                Setting(
                    "API_TRUSTED_HOSTS", .optional(.hosts), default: .value(nil),
                    "Names under which clients may address the server; others are answered with 421 `host_not_allowed`. "
                        + "Unset, every name is accepted."))
            trustedProxies = try reader.read(
                Setting(
                    "API_TRUSTED_XFCC_PROXIES", .optional(.addresses), default: .value(nil),
                    "Proxies whose `X-Forwarded-Client-Cert` field is believed; from others it is ignored."))
            allowedOrigins = try reader.read(
                Setting(
                    "API_CORS_ALLOWED_ORIGINS", .optional(.origins), default: .value(nil),
                    "Origins whose pages may call the server from a browser; none unless set."))
            auditLog = try reader.read(
                Setting(
                    "API_AUDIT_LOG", .auditDestination, default: .value(.none),
                    "Where audit records go, one JSON object a line; a file is opened again on SIGHUP."))
            auditIsStrict = try reader.read(
                Setting(
                    "API_AUDIT_STRICT", .boolean, default: .value(false),
                    "Whether a call whose audit record cannot be written is answered with 503 instead of its result."))
            rateLimit = try reader.read(
                Setting(
                    "API_RATE_LIMIT_QPS", .optional(.count(of: "requests per second", in: 1...1_000_000)),
                    default: .value(nil),
                    "Requests a second of a token, whatever the tenant; off unless this or the burst is set, then 100.")
            )
            rateLimitBurst = try reader.read(
                Setting(
                    "API_RATE_LIMIT_BURST", .optional(.count(of: "requests", in: 1...1_000_000)), default: .value(nil),
                    "Requests of a token at once; 200 when only the rate is set."))
        }

        /// Whether anybody who reaches the server may do everything.
        public var isDevelopmentMode: Bool { tokens == nil && tokensFile == nil && keySetFile == nil }
    }
}
