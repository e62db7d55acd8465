/// One line of `tensor-wasm config`: a setting, the value in force, and who set it.
public struct EffectiveSetting: Sendable, Equatable {
    /// What stands in place of the value of an optional setting that nobody set.
    public static let unset = "(unset)"

    /// The environment variable.
    public let variable: String
    /// The key of the configuration file, with dots between its steps.
    public let key: String
    /// The value in force as it would be written, ``Secret/mask`` for a secret, or ``unset``.
    public let shownValue: String
    /// Where the value comes from.
    public let origin: SettingOrigin
    /// The default in words.
    public let defaultText: String
    /// The unit of a plain number, or empty.
    public let unit: String
    /// What the setting does.
    public let documentation: String

    init(_ descriptor: SettingDescriptor, shownValue: String?, origin: SettingOrigin) {
        variable = descriptor.variable
        key = descriptor.fileKey
        self.shownValue = shownValue ?? Self.unset
        self.origin = origin
        defaultText = descriptor.defaultText
        unit = descriptor.unit
        documentation = descriptor.documentation
    }
}
