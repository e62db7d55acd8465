/// Takes every setting from the strongest source that gives it and notes what it found.
///
/// Every text that is given is checked, also one that a stronger source overrides: otherwise taking a flag away could
/// stop the next start.
struct SourceReader: SettingReading {
    /// The sources, strongest first.
    let sources: [SettingSource]
    /// What derived defaults look at.
    let environment: [String: String]
    /// The settings read so far.
    private(set) var entries: [EffectiveSetting] = []

    init(sources: [SettingSource], environment: [String: String]) {
        self.sources = sources
        self.environment = environment
    }

    mutating func read<Value>(_ setting: Setting<Value>) throws(SettingsError) -> Value {
        let descriptor = setting.descriptor
        var given: (value: Value, origin: SettingOrigin)?
        for source in sources {
            guard let text = try source.text(for: descriptor) else { continue }
            let value = try parse(text, of: setting, descriptor, from: source)
            given = given ?? (value, source.origin)
        }
        let (value, origin) = if let given { given } else { (try fallback(of: setting), SettingOrigin.default) }
        entries.append(EffectiveSetting(descriptor, shownValue: setting.kind.format(value), origin: origin))
        return value
    }

    private func parse<Value>(
        _ text: String, of setting: Setting<Value>, _ descriptor: SettingDescriptor, from source: SettingSource
    ) throws(SettingsError) -> Value {
        let subject = setting.kind.isSecret ? "the value (secret, not shown)" : "\(QuotedText(text))"
        do throws(ValueFault) {
            guard !text.isEmpty else { throw .malformed("is empty; give a value or remove the setting") }
            let longest = FixedLimits.settingValueBytes.value
            guard text.utf8.count <= longest else { throw .malformed("is longer than \(longest) bytes") }
            return try setting.kind.parse(text)
        } catch {
            let name = source.name(of: descriptor)
            switch error {
            case .malformed(let complaint):
                throw SettingsError(
                    .malformedValue, key: name, origin: source.origin, reason: "\(subject) \(complaint)")
            case .outOfRange:
                let unit = setting.kind.unit.isEmpty ? "" : " \(setting.kind.unit)"
                throw SettingsError(
                    .outOfRange, key: name, origin: source.origin,
                    reason: "\(subject) is out of range; allowed: \(setting.kind.allowed)\(unit)")
            }
        }
    }

    private func fallback<Value>(of setting: Setting<Value>) throws(SettingsError) -> Value {
        switch setting.fallback {
        case .value(let value):
            return value
        case .derived(let text, _, let derive):
            if let value = derive(environment) { return value }
            let flag = setting.flag.map { "--\($0) or " } ?? ""
            throw SettingsError(
                .missingValue, key: setting.key.variable,
                reason: "has no default here (\(text)); set \(flag)\(setting.key.variable)")
        }
    }
}
