/// A PTX text that cannot be used, with everything that is wrong with it.
public struct PTXError: Error, Sendable, CustomStringConvertible {
    /// The faults in the order of the text, never empty.
    public let diagnostics: [Diagnostic]

    /// The error that reports those faults.
    public init(_ diagnostics: [Diagnostic]) {
        precondition(!diagnostics.isEmpty, "an error needs a fault")
        self.diagnostics = diagnostics
    }

    /// One line for each fault: `line:column: message`.
    public var description: String {
        diagnostics.map { "\($0.span.line):\($0.span.column): \($0.message)" }.joined(separator: "\n")
    }
}
