/// A `TENSOR_WASM_` variable that is known but is no setting of the server in this version.
struct ReservedVariable: Sendable {
    /// What happens when it is set.
    enum Handling: Sendable {
        /// The start stops: the operator relies on a protection that would be missing.
        case refused
        /// A warning: something would be missing, but nothing would be less safe.
        case ignored
        /// Nothing: another part of the program reads it, and the file has no key for it.
        case readElsewhere
    }

    let key: SettingKey
    let handling: Handling
    let documentation: String

    private init(_ suffix: String, _ handling: Handling, _ documentation: String) {
        key = SettingKey(suffix)
        self.handling = handling
        self.documentation = documentation
    }

    /// The variable that names the configuration file.
    static let configurationFile = ReservedVariable(
        "CONFIG", .readElsewhere, "Path of the configuration file, like the flag `--config`.")

    static let all: [ReservedVariable] = [
        configurationFile,
        ReservedVariable("SERVER", .readElsewhere, "Address of the server, for the client commands."),
        ReservedVariable("TOKEN", .readElsewhere, "Token of the client commands."),

        ReservedVariable("API_TOKENS", .refused, "Tokens and their tenant scopes."),
        ReservedVariable("API_TOKENS_FILE", .refused, "File of tokens and their tenant scopes."),
        ReservedVariable("API_JWKS_FILE", .refused, "Keys that verify JSON web tokens."),
        ReservedVariable("API_REQUIRE_TENANT", .refused, "Whether a call must name its tenant."),
        ReservedVariable("API_TRUSTED_HOSTS", .refused, "Host names the server answers to."),
        ReservedVariable("API_TRUSTED_XFCC_PROXIES", .refused, "Proxies whose client certificate header counts."),
        ReservedVariable("API_AUDIT_LOG", .refused, "Where audit records go."),
        ReservedVariable("API_AUDIT_STRICT", .refused, "Whether a call fails when it cannot be audited."),
        ReservedVariable("API_RATE_LIMIT_QPS", .refused, "Requests per second and token."),
        ReservedVariable("API_RATE_LIMIT_BURST", .refused, "Burst of requests per token."),
        ReservedVariable("API_SNAPSHOT_HMAC_KEY", .refused, "Key that signs snapshots."),
        ReservedVariable("API_SNAPSHOT_REQUIRE_SIGNATURE", .refused, "Whether unsigned snapshots are refused."),
        ReservedVariable("API_KERNEL_HMAC_KEY", .refused, "Key that signs kernels."),
        ReservedVariable("API_KERNEL_PUBLISH_TOKENS", .refused, "Tokens that may publish kernels."),
        ReservedVariable("LIMIT_INSTANCES_PER_TENANT", .refused, "Live instances per tenant."),
        ReservedVariable("LIMIT_RATE_PER_TENANT", .refused, "Requests per second, token and tenant."),
        ReservedVariable("LIMIT_BURST_PER_TENANT", .refused, "Burst of requests per token and tenant."),
        ReservedVariable("LIMIT_JOBS_PER_TENANT", .refused, "Outstanding jobs per tenant."),
        ReservedVariable("LIMIT_CPU_MEMORY_BYTES_PER_TENANT", .refused, "Guest memory per tenant."),

        ReservedVariable("API_CORS_ALLOWED_ORIGINS", .ignored, "Origins that browsers may call from; none without it."),
        ReservedVariable("API_KERNEL_REGISTRY_DIR", .ignored, "Directory of the kernel registry."),
        ReservedVariable("API_OPENAI_MODEL_MAP", .ignored, "Functions behind the model names."),
        ReservedVariable("OTLP_ENDPOINT", .ignored, "Collector of spans."),
        ReservedVariable("LIMIT_JOBS", .ignored, "Outstanding jobs of the node."),
        ReservedVariable("LIMIT_JOB_RETENTION_HOURS", .ignored, "How long finished jobs are kept."),
    ]

    /// The error for a variable or key whose protection would be missing.
    func refusal(named name: String, origin: SettingOrigin) -> SettingsError {
        SettingsError(
            .notEnforced, key: name, origin: origin, reason: "is set, but this version does not enforce it; remove it")
    }

    /// The warning for a variable or key without effect.
    func warning(named name: String, origin: SettingOrigin) -> String {
        "\(name) (\(origin.title)) is set, but has no effect in this version"
    }
}
