/// The declaration of one setting: everything that parsing, `tensor-wasm config` and the reference need to know of it.
///
/// It stands exactly once, in the initializer of the property that holds the value.
struct Setting<Value: Sendable>: Sendable {
    let key: SettingKey
    let kind: SettingKind<Value>
    let flag: String?
    let fallback: SettingDefault<Value>
    let documentation: String

    /// - Parameters:
    ///   - suffix: the environment variable without `TENSOR_WASM_`.
    ///   - kind: syntax, unit and range.
    ///   - flag: the command-line flag without its dashes, if there is one.
    ///   - fallback: the value when no source gives one.
    ///   - documentation: one or two sentences for the reference.
    init(
        _ suffix: String, _ kind: SettingKind<Value>, flag: String? = nil, default fallback: SettingDefault<Value>,
        _ documentation: String
    ) {
        self.key = SettingKey(suffix)
        self.kind = kind
        self.flag = flag
        self.fallback = fallback
        self.documentation = documentation
    }

    /// The declaration without its type.
    var descriptor: SettingDescriptor {
        SettingDescriptor(
            key: key, flag: flag, typeName: kind.name, unit: kind.unit, allowed: kind.allowed, defaultText: defaultText,
            hasWritableDefault: hasWritableDefault, isSecret: kind.isSecret, documentation: documentation,
            fault: { text in
                do throws(ValueFault) {
                    _ = try kind.parse(text)
                    return nil
                } catch {
                    return error
                }
            })
    }

    private var defaultText: String {
        switch fallback {
        case .value(let value): kind.format(value) ?? EffectiveSetting.unset
        case .derived(let text, _, _): text
        }
    }

    private var hasWritableDefault: Bool {
        switch fallback {
        case .value(let value): kind.format(value) != nil
        case .derived: false
        }
    }
}
