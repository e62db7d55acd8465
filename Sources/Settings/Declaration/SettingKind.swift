/// How the text of a setting becomes a value and back.
struct SettingKind<Value: Sendable>: Sendable {
    /// The name of the syntax, for the reference.
    let name: String
    /// The unit of a plain number, or empty.
    var unit = ""
    /// The allowed values in words, for the reference and for range errors; empty when the syntax says it all.
    var allowed = ""
    /// Whether the value must never be shown. It belongs to the kind, so that no declaration can forget it.
    var isSecret = false
    /// Reads a value; the text is at most ``FixedLimits/settingValueBytes`` long and not empty.
    let parse: @Sendable (String) throws(ValueFault) -> Value
    /// Writes a value as ``parse`` reads it; `nil` for the absent value of an optional setting. Secrets are masked.
    let format: @Sendable (Value) -> String?
}

extension SettingKind {
    /// The syntax of `kind` for a setting that may be left unset.
    static func optional<Wrapped>(_ kind: SettingKind<Wrapped>) -> Self where Value == Wrapped? {
        SettingKind(
            name: kind.name, unit: kind.unit, allowed: kind.allowed, isSecret: kind.isSecret,
            parse: { (text) throws(ValueFault) in try kind.parse(text) },
            format: { $0.flatMap(kind.format) })
    }
}
