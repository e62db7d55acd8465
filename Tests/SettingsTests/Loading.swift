import Testing

@testable import Settings

/// Loads settings from texts alone; `HOME` is set so that the data directory has a default.
func load(
    flags: [String: String] = [:], environment: [String: String] = [:], file: String? = nil
) throws(SettingsError) -> Settings {
    var environment = environment
    if environment["HOME"] == nil { environment["HOME"] = "/home/operator" }
    let file = try configurationFile(file)
    return try Settings.load(flags: flags, environment: environment, file: file)
}

private func configurationFile(_ text: String?) throws(SettingsError) -> ConfigurationFile? {
    guard let text else { return nil }
    return try ConfigurationFile(bytes: Array(text.utf8))
}

/// The error that loading ends with, or `nil` when it succeeds.
func failure(
    flags: [String: String] = [:], environment: [String: String] = [:], file: String? = nil
) -> SettingsError? {
    do {
        _ = try load(flags: flags, environment: environment, file: file)
        return nil
    } catch {
        return error
    }
}

extension Settings {
    /// The listed line of a variable, by its name without `TENSOR_WASM_`.
    func entry(_ suffix: String) -> EffectiveSetting? {
        entries.first { $0.variable == "TENSOR_WASM_" + suffix }
    }
}

extension SettingDescriptor: CustomTestStringConvertible {
    public var testDescription: String { variable }
}
