/// Every setting of the server, checked and typed.
///
/// The initializers of this type and of its groups hold the declarations: the only place where a setting has its name,
/// syntax, range, default and documentation. To add one, add a property and its declaration; the command line's
/// `config`, the parsing and the reference follow from it, and the compiler notices a property without one.
public struct Settings: Sendable {
    /// Where the server listens.
    public let listenAddress: ListenAddress
    /// The directory that holds everything the server stores.
    public let dataDirectory: String
    /// The least severe messages that are logged.
    public let logLevel: LogLevel
    /// The form of a log line.
    public let logFormat: LogFormat
    /// Whether a non-loopback ``listenAddress`` is accepted without encryption; see ``validateExposure()``.
    public let allowPlaintextPublic: Bool
    /// A directory of modules to deploy at the first start.
    public let preloadDirectory: String?
    /// How long the server still accepts after it reports that it is no longer ready.
    public let drainDelay: Duration
    /// How long calls in flight may finish after that.
    public let drainDeadline: Duration
    /// Modules compiled at the same time.
    public let compileThreads: Int
    /// What runs the kernels of guests.
    public let device: DeviceChoice
    /// Threads of the CPU device; `nil` for one for each processor core.
    public let kernelThreads: Int?
    /// Kernel launches that may be at the device at once.
    public let dispatchPermits: Int
    /// The shares of tenants where they compete.
    public let tenantWeights: TenantWeights
    /// Who may use the HTTP API.
    public let api: API
    /// Whether and how connections are encrypted.
    public let tls: TLS
    /// What a client, a tenant or a guest may use up.
    public let limits: Limits

    /// The settings as `tensor-wasm config` lists them, in the order of their declaration, secrets masked.
    public internal(set) var entries: [EffectiveSetting] = []
    /// What the operator should know although the start goes on. One line each; they name keys, never values.
    public internal(set) var warnings: [String] = []
    /// The path of the configuration file in use, if there is one.
    public internal(set) var configurationFile: String?

    init<Reader: SettingReading>(reading reader: inout Reader) throws(Reader.Failure) {
        listenAddress = try reader.read(
            Setting(
                "LISTEN_ADDR", .listenAddress, flag: "addr",
                default: .value(ListenAddress(host: "127.0.0.1", port: 8080)),
                "Where the server listens. An IPv6 address stands in brackets; port 0 lets the system choose."))
        dataDirectory = try reader.read(
            Setting(
                "DATA_DIR", .path, flag: "data-dir", default: Self.defaultDataDirectory,
                "Directory of everything the server stores. It is created if missing."))
        logLevel = try reader.read(
            Setting("LOG", .choice, default: .value(.info), "The least severe messages that are logged."))
        logFormat = try reader.read(
            Setting("LOG_FORMAT", .choice, default: .value(.text), "The form of a log line."))
        allowPlaintextPublic = try reader.read(
            Setting(
                "ALLOW_PLAINTEXT_PUBLIC", .boolean, flag: "allow-plaintext-public", default: .value(false),
                "Accept a listen address other than loopback. Requests and tokens then cross the network unencrypted."))
        preloadDirectory = try reader.read(
            Setting(
                "PRELOAD_DIR", .optional(.path), flag: "preload", default: .value(nil),
                "Directory of `.wasm` and `.wat` files that are deployed at the first start."))
        drainDelay = try reader.read(
            Setting(
                "DRAIN_DELAY_MS", .milliseconds(in: 0...600_000), default: .value(.seconds(1)),
                "After SIGTERM: how long the server still accepts while `/readyz` answers 503, so that load balancers "
                    + "notice first."))
        drainDeadline = try reader.read(
            Setting(
                "DRAIN_DEADLINE_MS", .milliseconds(in: 0...3_600_000), default: .value(.seconds(30)),
                "After the drain delay: how long calls in flight may finish."))
        compileThreads = try reader.read(
            Setting(
                "COMPILE_THREADS", .count(of: "threads", in: 1...64), default: .value(1),
                "Modules compiled at the same time, off the threads that serve requests."))
        device = try reader.read(
            Setting(
                "DEVICE", .choice, default: .value(.auto),
                "What runs the kernels of guests. `auto` is the CPU device in this version, which has no other; `cuda` "
                    + "stops the start; with `off` guests are told that no device is available."))
        kernelThreads = try reader.read(
            Setting(
                "KERNEL_THREADS", .optional(.count(of: "threads", in: 1...1024)), default: .value(nil),
                "Threads of the CPU device, which run the blocks of kernels. Unset, there is one for each processor "
                    + "core."))
        dispatchPermits = try reader.read(
            Setting(
                "DISPATCH_PERMITS", .count(of: "launches", in: 1...65_536), default: .value(256),
                "Kernel launches that may be at the device at once; others wait, and tenants take turns."))
        tenantWeights = try reader.read(
            Setting(
                "TENANT_WEIGHTS", .tenantWeights, default: .value(.equal),
                "Shares of tenants where they compete for instances and processors; a tenant that is not named has 1."))
        api = try API(reading: &reader)
        tls = try TLS(reading: &reader)
        limits = try Limits(reading: &reader)
    }

    /// The XDG base directory rule, which ignores relative paths.
    private static var defaultDataDirectory: SettingDefault<String> {
        .derived(
            text: "`$XDG_DATA_HOME/tensor-wasm`, else `$HOME/.local/share/tensor-wasm`",
            sample: "~/.local/share/tensor-wasm",
            from: { environment in
                if let data = environment["XDG_DATA_HOME"], data.hasPrefix("/") { return data + "/tensor-wasm" }
                if let home = environment["HOME"], home.hasPrefix("/") { return home + "/.local/share/tensor-wasm" }
                return nil
            })
    }
}
