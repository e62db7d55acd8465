/// Why TLS cannot be configured. It never holds anything that a file contains.
public struct TLSFault: Error, Equatable, CustomStringConvertible {
    /// The variable whose file is not in order.
    public let setting: String
    /// What is wrong with it, to be read by the operator.
    public let reason: String

    /// Setting and reason as one line.
    public var description: String { "\(setting): \(reason)" }
}
