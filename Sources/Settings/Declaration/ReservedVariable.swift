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

        ReservedVariable("API_SNAPSHOT_HMAC_KEY", .refused, "Key that signs snapshots."),
        ReservedVariable("API_SNAPSHOT_REQUIRE_SIGNATURE", .refused, "Whether unsigned snapshots are refused."),
        ReservedVariable("API_KERNEL_HMAC_KEY", .refused, "Key that signs kernels."),
        ReservedVariable("API_KERNEL_PUBLISH_TOKENS", .refused, "Tokens that may publish kernels."),

        ReservedVariable("API_KERNEL_REGISTRY_DIR", .ignored, "Directory of the kernel registry."),
        ReservedVariable("API_OPENAI_MODEL_MAP", .ignored, "Functions behind the model names."),
        ReservedVariable("OTLP_ENDPOINT", .ignored, "Collector of spans."),
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
