/// Something the initializers of the settings take their values from, one declaration after the other.
///
/// The error is a parameter, so that walking the declarations alone cannot fail.
protocol SettingReading {
    associatedtype Failure: Error

    /// The value for `setting`.
    mutating func read<Value>(_ setting: Setting<Value>) throws(Failure) -> Value
}
