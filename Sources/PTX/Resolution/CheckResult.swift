/// What the checker found.
public struct CheckResult: Sendable {
    /// The resolved module; `nil` when there are faults.
    public let module: CheckedModule?
    /// The faults in the order of the text, at most as many as the limits allow.
    public let diagnostics: [Diagnostic]
}
