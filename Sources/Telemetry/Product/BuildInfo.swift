/// What this binary was built from, the labels of `tensor_wasm_build_info`.
public struct BuildInfo: Sendable, Equatable {
    /// The release, such as `0.4.0`.
    public let version: String
    /// The commit.
    public let gitSHA: String
    /// The compiler.
    public let swiftVersion: String
    /// The WebAssembly engine.
    public let wasmtimeVersion: String
    /// `debug` or `release`.
    public let profile: String
    /// The target triple.
    public let target: String

    /// States what the binary was built from.
    public init(
        version: String,
        gitSHA: String,
        swiftVersion: String,
        wasmtimeVersion: String,
        profile: String,
        target: String
    ) {
        self.version = version
        self.gitSHA = gitSHA
        self.swiftVersion = swiftVersion
        self.wasmtimeVersion = wasmtimeVersion
        self.profile = profile
        self.target = target
    }

    var labels: [(name: String, value: String)] {
        [
            ("version", version),
            ("git_sha", gitSHA),
            ("swift_version", swiftVersion),
            ("wasmtime_version", wasmtimeVersion),
            ("profile", profile),
            ("target", target),
        ]
    }
}
