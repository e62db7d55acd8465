/// The values of the label `kind`: what an invocation used.
public enum InvocationKind: Int, Sendable, CaseIterable {
    /// Only the processor.
    case host
    /// At least one kernel was launched.
    case gpu

    /// The label's value.
    public var text: String {
        switch self {
        case .host: "host"
        case .gpu: "gpu"
        }
    }

    static var domain: LabelDomain {
        LabelDomain("kind", values: allCases.map(\.text))
    }
}
