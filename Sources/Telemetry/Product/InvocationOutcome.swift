/// The values of the label `outcome`: how an invocation ended.
public enum InvocationOutcome: Int, Sendable, CaseIterable {
    /// The export returned.
    case ok
    /// The guest trapped or exited with an error: its author's fault.
    case trap
    /// The deadline passed.
    case timeout
    /// The client left or the job was cancelled.
    case cancelled
    /// No instance was started: limits, quotas, or a full queue.
    case rejected
    /// A fault of this server.
    case `internal`

    /// The label's value.
    public var text: String {
        switch self {
        case .ok: "ok"
        case .trap: "trap"
        case .timeout: "timeout"
        case .cancelled: "cancelled"
        case .rejected: "rejected"
        case .internal: "internal"
        }
    }

    static var domain: LabelDomain {
        LabelDomain("outcome", values: allCases.map(\.text))
    }
}
