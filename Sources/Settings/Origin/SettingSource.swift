import Configuration

/// One place values come from, as a snapshot that names settings in its own way.
///
/// Only text is asked of the snapshot: its conversions are more lenient than a setting may be.
struct SettingSource: Sendable {
    let origin: SettingOrigin
    private let snapshot: any ConfigSnapshot

    /// The text given for a setting, or `nil` when this source is silent.
    func text(for setting: SettingDescriptor) throws(SettingsError) -> String? {
        let prefix = origin == .environment ? ["tensor_wasm"] : []
        do {
            let result = try snapshot.value(
                forKey: AbsoluteConfigKey(prefix + setting.key.components), type: .string)
            guard case .string(let text) = result.value?.content else { return nil }
            return text
        } catch {
            throw SettingsError(
                .malformedValue, key: name(of: setting), origin: origin, reason: "is not a single value")
        }
    }

    /// How the operator wrote the setting in this source.
    func name(of setting: SettingDescriptor) -> String {
        switch origin {
        case .flag: "--" + (setting.flag ?? setting.fileKey)
        case .file: setting.fileKey
        case .environment, .default: setting.variable
        }
    }
}

extension SettingSource {
    /// The flags given on the command line, by their names without dashes.
    ///
    /// - Throws: ``SettingsError/Code/unknownKey`` for a flag that no setting declares.
    init(flags: [String: String]) throws(SettingsError) {
        var values: [AbsoluteConfigKey: ConfigValue] = [:]
        for (flag, text) in flags.sorted(by: { $0.key < $1.key }) {
            guard let setting = SettingCatalogue.declared.first(where: { $0.flag == flag }) else {
                throw SettingsError(.unknownKey, key: "--\(flag)", origin: .flag, reason: "is not a flag of a setting")
            }
            values[AbsoluteConfigKey(setting.key.components)] =
                ConfigValue(.string(text), isSecret: setting.isSecret)
        }
        origin = .flag
        snapshot = InMemoryProvider(name: "flags", values: values).snapshot()
    }

    /// The variables of the environment.
    init(environment: [String: String]) {
        let secrets = Set(SettingCatalogue.declared.filter(\.isSecret).map(\.variable))
        origin = .environment
        snapshot = EnvironmentVariablesProvider(
            environmentVariables: environment, secretsSpecifier: .specific(secrets)
        ).snapshot()
    }

    /// The values of a configuration file.
    init(file snapshot: any ConfigSnapshot) {
        origin = .file
        self.snapshot = snapshot
    }
}
