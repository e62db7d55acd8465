/// What can be said about a setting without its type: its names, its syntax and its purpose.
public struct SettingDescriptor: Sendable {
    let key: SettingKey
    /// The command-line flag of `serve` without its dashes, if there is one.
    public let flag: String?
    /// The name of the syntax: `integer`, `size`, `boolean`, `word`, `path`, `token` or `host:port`.
    public let typeName: String
    /// The unit of a plain number, or empty.
    public let unit: String
    /// The allowed values in words, or empty when the syntax says it all.
    public let allowed: String
    /// The default in words.
    public let defaultText: String
    /// Whether ``defaultText`` can be written as a value.
    let hasWritableDefault: Bool
    /// Whether the value is never shown.
    public let isSecret: Bool
    /// What the setting does.
    public let documentation: String
    /// Why a text is not a value of this setting, or `nil` when it is one.
    let fault: @Sendable (String) -> ValueFault?

    /// The environment variable.
    public var variable: String { key.variable }
    /// The key of the configuration file, with dots between its steps.
    public var fileKey: String { key.dotted }
}
