import Settings

/// Settings for commands that work on this machine without being a server.
enum LocalSettings {
    /// Reads the configuration file and, of the environment, only some settings: a mistake in what only a server needs,
    /// or a protection that this version does not offer, must not stop a local call or a backup.
    ///
    /// - Parameter names: the variables that count, without `TENSOR_WASM_`.
    /// - Throws: `SettingsError` for a mistake in one of them or in the file.
    static func load(
        _ names: Set<String>, flags: [String: String] = [:], environment: [String: String],
        configurationFile: String? = nil
    ) throws(SettingsError) -> Settings {
        let prefix = "TENSOR_WASM_"
        let wanted = environment.filter { variable in
            guard variable.key.hasPrefix(prefix) else { return true }
            let name = String(variable.key.dropFirst(prefix.count))
            return name == "CONFIG" || names.contains(name)
        }
        return try Settings.load(flags: flags, environment: wanted, configurationFile: configurationFile)
    }
}
