import Testing

@testable import Settings

@Suite struct DeclarationTests {
    /// The stored values of the settings by the path of their properties, without what is derived from the load itself.
    private func leaves(of settings: Settings) -> [String: String] {
        var leaves: [String: String] = [:]
        for child in Mirror(reflecting: settings).children {
            let name = child.label ?? ""
            if ["entries", "warnings", "configurationFile"].contains(name) { continue }
            if child.value is Settings.API || child.value is Settings.TLS || child.value is Settings.Limits {
                for inner in Mirror(reflecting: child.value).children {
                    leaves["\(name).\(inner.label ?? "")"] = "\(inner.value)"
                }
            } else {
                leaves[name] = "\(child.value)"
            }
        }
        return leaves
    }

    /// A text that the setting accepts and that is not its default.
    private func otherValue(for setting: SettingDescriptor) -> String? {
        let candidates = [
            "3", "true", "[::1]:9", "json", "debug", "off", "100MiB", "128KiB", "/elsewhere", "7=2", "10.0.0.0/8",
            "https://a.example", "stdout", "optional",
        ]
        return candidates.first { setting.fault($0) == nil && $0 != setting.defaultText }
    }

    @Test("Every stored value comes from exactly one declaration")
    func oneDeclarationPerValue() throws {
        #expect(leaves(of: try load()).count == SettingsReference.settings.count)
    }

    /// Settings that are refused alone, with those that they need.
    private static let companions = [
        "TENSOR_WASM_TLS_CERTIFICATE_FILE": ["TENSOR_WASM_TLS_KEY_FILE"],
        "TENSOR_WASM_TLS_KEY_FILE": ["TENSOR_WASM_TLS_CERTIFICATE_FILE"],
        "TENSOR_WASM_TLS_CLIENT_CA_FILE": ["TENSOR_WASM_TLS_CERTIFICATE_FILE", "TENSOR_WASM_TLS_KEY_FILE"],
    ]

    @Test(
        "Each declaration reaches one value, from the variable and from the file", arguments: SettingsReference.settings
    )
    func declarationReachesItsValue(setting: SettingDescriptor) throws {
        let text = try #require(otherValue(for: setting))
        let path = setting.fileKey.split(separator: ".")
        let line = path.count == 2 ? "\(path[0]):\n  \(path[1]): '\(text)'" : "\(path[0]): '\(text)'"
        let needed = Self.companions[setting.variable] ?? []
        let company = Dictionary(uniqueKeysWithValues: needed.map { ($0, "/with") })
        let defaults = needed.isEmpty ? try load() : nil
        var loaded = [try load(environment: company.merging([setting.variable: text]) { $1 })]
        if needed.isEmpty { loaded.append(try load(file: line)) }
        for settings in loaded {
            guard let defaults else {
                #expect(settings.entries.first { $0.variable == setting.variable }?.shownValue == text)
                continue
            }
            let before = leaves(of: defaults)
            let changed = leaves(of: settings).filter { before[$0.key] != $0.value || $0.value.contains(Secret.mask) }
            #expect(changed.count == 1)
            let entries = settings.entries.filter { $0.origin != .default }
            #expect(entries.map(\.variable) == [setting.variable])
            #expect(entries.first?.shownValue == (setting.isSecret ? Secret.mask : text))
        }
    }

    @Test("Every default is a value the setting would accept", arguments: SettingsReference.settings)
    func defaultsAreInsideTheirRange(setting: SettingDescriptor) throws {
        let shown = try #require(try load().entries.first { $0.variable == setting.variable }).shownValue
        if shown != EffectiveSetting.unset {
            #expect(setting.fault(shown) == nil)
        }
        if setting.hasWritableDefault {
            #expect(shown == setting.defaultText)
        }
    }

    @Test("The key of the file follows from the variable")
    func keysFollowFromVariables() {
        #expect(SettingKey("LISTEN_ADDR").dotted == "listen_addr")
        #expect(SettingKey("API_METRICS_TOKEN").dotted == "api.metrics_token")
        #expect(SettingKey("LIMIT_BODY_BYTES").components == ["limit", "body_bytes"])
        #expect(SettingKey("LIMIT_BODY_BYTES").variable == "TENSOR_WASM_LIMIT_BODY_BYTES")
        #expect(SettingKey("LIMITED").dotted == "limited")
    }

    @Test("No two declarations share a variable, a key or a flag")
    func namesAreUnique() {
        let keys = SettingsReference.settings.map(\.key) + ReservedVariable.all.map(\.key)
        #expect(Set(keys.map(\.variable)).count == keys.count)
        #expect(Set(keys.map(\.dotted)).count == keys.count)
        let flags = SettingsReference.settings.compactMap(\.flag)
        #expect(Set(flags).count == flags.count)
        #expect(Set(flags) == ["addr", "data-dir", "allow-plaintext-public", "preload", "require-tenant"])
    }

    @Test("Defaults are those of the contract")
    func contractDefaults() throws {
        let settings = try load()
        #expect(settings.listenAddress.description == "127.0.0.1:8080")
        #expect(settings.logLevel == .info)
        #expect(settings.logFormat == .text)
        #expect(!settings.allowPlaintextPublic)
        #expect(settings.preloadDirectory == nil)
        #expect(settings.drainDelay == .seconds(1))
        #expect(settings.drainDeadline == .seconds(30))
        #expect(settings.compileThreads == 1)
        #expect(settings.device == .auto)
        #expect(settings.kernelThreads == nil)
        #expect(settings.dispatchPermits == 256)
        let limits = settings.limits
        #expect(limits.bodyBytes == 67_108_864)
        #expect(limits.moduleBytes == 67_108_864)
        #expect(limits.memoryBytes == 268_435_456)
        #expect(limits.tableElements == 1_048_576)
        #expect(limits.deadline == .seconds(30))
        #expect(limits.instances == 1000)
        #expect(limits.waiting == 1024)
        #expect(limits.requestRead == .seconds(30))
        #expect(limits.idleConnection == .seconds(60))
        #expect(limits.connections == 16_384)
        #expect(limits.compileQueue == 64)
        #expect(limits.loadedModules == 1024)
        #expect(limits.bufferedBodyBytes == 536_870_912)
        #expect(limits.guestStackBytes == 524_288)
        #expect(limits.timeSlice == .milliseconds(2))
        #expect(limits.deviceMemoryBytesPerTenant == 268_435_456)
        #expect(limits.instancesPerTenant == 256)
        #expect(limits.jobs == 4096)
        #expect(limits.jobsPerTenant == 256)
        #expect(limits.jobRetention == .seconds(604_800))
        #expect(limits.ratePerTenant == 10)
        #expect(limits.burstPerTenant == 20)
        #expect(settings.api.isDevelopmentMode && !settings.api.requiresTenant)
    }

    @Test("Fixed limits are those of the contract")
    func fixedLimits() {
        let expected: [FixedLimits: Int] = [
            .argumentsPerCall: 256, .functionNameBytes: 256, .capturedOutputBytes: 65_536, .trapFrames: 20,
            .listItemsDefault: 100, .listItems: 1000, .authorizationBytes: 1024, .bearerTokenBytes: 1017,
            .headerListBytes: 81_920, .tenantSeries: 1000, .configurationFileBytes: 1_048_576, .settingValueBytes: 4096,
            .idempotencyKeyBytes: 255, .idempotencyHours: 24, .jobResultBytes: 1_048_576, .jobAttempts: 16,
            .streamChunkBytes: 65_536, .streamBytes: 67_108_864, .streamChunksInFlight: 32, .rateLimitBuckets: 65_536,
            .refusalsAtOnce: 10, .refusalsPerSecond: 2,
        ]
        for limit in FixedLimits.allCases {
            #expect(limit.value == expected[limit])
        }
    }

    @Test("Limits on kernels are those of the contract")
    func kernelLimits() {
        let expected: [KernelLimits: Int] = [
            .textBytes: 8_388_608, .textBytesPerInstance: 536_870_912, .kernels: 256, .entryBytes: 256,
            .threadsPerBlock: 1024, .arguments: 128, .argumentBytes: 4096, .deadlineMilliseconds: 50,
        ]
        for (limit, value) in expected { #expect(limit.value == value) }
    }
}
