/// Every declared setting, collected by walking the initializers with the defaults.
struct SettingCatalogue: SettingReading {
    /// The declarations in the order of the properties.
    private(set) var descriptors: [SettingDescriptor] = []

    mutating func read<Value>(_ setting: Setting<Value>) -> Value {
        descriptors.append(setting.descriptor)
        return switch setting.fallback {
        case .value(let value): value
        case .derived(_, let sample, _): sample
        }
    }

    /// The settings of this version.
    static let declared: [SettingDescriptor] = {
        var catalogue = SettingCatalogue()
        _ = Settings(reading: &catalogue)
        return catalogue.descriptors
    }()
}
