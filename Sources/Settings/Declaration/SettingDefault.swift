/// The value of a setting that no source gives.
enum SettingDefault<Value: Sendable>: Sendable {
    /// The same value everywhere.
    case value(Value)
    /// A value that depends on the environment; `nil` when the environment does not say enough.
    ///
    /// `sample` stands for the value where there is no environment, as in the reference, and `text` explains the rule.
    case derived(text: String, sample: Value, from: @Sendable ([String: String]) -> Value?)
}
