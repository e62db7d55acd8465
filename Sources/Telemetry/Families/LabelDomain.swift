/// A label with the complete list of values it can take.
///
/// Declaring all values up front is what keeps a page bounded: a series is addressed by the index of a value, and
/// there is no way to bring in text from a client.
public struct LabelDomain: Sendable {
    /// The label's name.
    public let name: String
    /// Its values, in the order of their indexes.
    public let values: [String]

    let texts: [LabelText]

    /// Declares a label.
    ///
    /// - Parameters:
    ///   - name: Letters, digits and underscores; not `le`, `quantile` or beginning with `__`.
    ///   - values: Distinct, at least one and at most ``TelemetryLimits/labelDomainValues``. Anything else is a
    ///     programming error.
    public init(_ name: String, values: [String]) {
        precondition(MetricName.isValidLabel(name), "'\(name)' cannot be the name of a label")
        precondition(!values.isEmpty, "the label '\(name)' has no values")
        precondition(values.count <= TelemetryLimits.labelDomainValues, "the label '\(name)' has too many values")
        precondition(Set(values).count == values.count, "a value of the label '\(name)' is repeated")
        self.name = name
        self.values = values
        texts = values.map { LabelText(name: name, value: $0) }
    }
}
