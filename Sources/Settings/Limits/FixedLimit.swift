/// A limit that is part of the outside contract and so cannot be configured.
public struct FixedLimit: Sendable, Equatable {
    /// What is limited.
    public let subject: String
    /// The largest allowed number.
    public let value: Int
    /// What ``value`` counts.
    public let unit: String
    /// Why there is a limit, and why this one.
    public let reason: String

    init(_ subject: String, _ value: Int, _ unit: String, _ reason: String) {
        self.subject = subject
        self.value = value
        self.unit = unit
        self.reason = reason
    }
}
