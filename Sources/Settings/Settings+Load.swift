extension Settings {
    /// Reads the settings: a flag beats the environment, which beats the configuration file, which beats the default.
    ///
    /// Every text that is given is checked, also one that a stronger source overrides. An empty text is a mistake, not
    /// an absent setting: a token that a template left empty must not open what it should close.
    ///
    /// ```swift
    /// let settings = try Settings.load(flags: ["addr": "127.0.0.1:0"], environment: environment)
    /// ```
    ///
    /// - Parameters:
    ///   - flags: the flags given on the command line, by name without dashes; a switch is `"true"`.
    ///   - environment: the environment variables.
    ///   - configurationFile: the path given with `--config`. Without it, `TENSOR_WASM_CONFIG` names the file; without
    ///     both, `tensor-wasm.yaml` in the working directory is read if it exists.
    /// - Throws: ``SettingsError`` for the first mistake found.
    public static func load(
        flags: [String: String] = [:], environment: [String: String], configurationFile: String? = nil
    ) throws(SettingsError) -> Settings {
        try load(
            flags: flags, environment: environment, configurationFile: configurationFile,
            defaultPath: ConfigurationFile.defaultName)
    }

    /// As above, with the place of the file that may be missing.
    static func load(
        flags: [String: String], environment: [String: String], configurationFile: String?, defaultPath: String
    ) throws(SettingsError) -> Settings {
        let found = try ConfigurationFile.find(
            flag: configurationFile, environment: environment, defaultPath: defaultPath)
        var settings = try load(flags: flags, environment: environment, file: found?.file)
        settings.configurationFile = found?.path
        return settings
    }

    static func load(
        flags: [String: String], environment: [String: String], file: ConfigurationFile?
    ) throws(SettingsError) -> Settings {
        let notes = try EnvironmentCheck.warnings(for: environment)
        let sources = [try SettingSource(flags: flags), SettingSource(environment: environment), file?.source]
        var reader = SourceReader(sources: sources.compactMap(\.self), environment: environment)
        var settings = try Settings(reading: &reader)
        try settings.validateConsistency()
        settings.entries = reader.entries
        settings.warnings = notes + (file?.warnings ?? [])
        return settings
    }

    /// Refuses settings that are each allowed but contradict each other.
    private func validateConsistency() throws(SettingsError) {
        guard (tls.certificateFile == nil) == (tls.keyFile == nil) else {
            throw SettingsError(
                .contradiction, key: tls.keyFile == nil ? "tls.key_file" : "tls.certificate_file",
                reason: "a certificate needs its key, and a key its certificate")
        }
        guard tls.clientAuthorityFile == nil || tls.isOn else {
            throw SettingsError(
                .contradiction, key: "tls.client_ca_file",
                reason: "client certificates are asked for over TLS only; set tls.certificate_file")
        }
        guard limits.bufferedBodyBytes >= limits.bodyBytes else {
            throw SettingsError(
                .contradiction, key: "limit.buffered_body_bytes",
                reason: "\(ByteCount.format(limits.bufferedBodyBytes)) is less than limit.body_bytes "
                    + "(\(ByteCount.format(limits.bodyBytes))); the largest body could never be received")
        }
    }
}
