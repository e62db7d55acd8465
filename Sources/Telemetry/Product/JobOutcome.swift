/// The values of the label `outcome` of jobs: how a job's run ended.
public enum JobOutcome: Int, Sendable, CaseIterable {
    /// The function returned.
    case completed
    /// It trapped, ran out of time, or could not be called.
    case failed
    /// Somebody cancelled it.
    case cancelled
    /// The server stopped first; the job is pending again.
    case handedBack

    /// The label's value.
    public var text: String {
        switch self {
        case .completed: "completed"
        case .failed: "failed"
        case .cancelled: "cancelled"
        case .handedBack: "handed_back"
        }
    }

    static var domain: LabelDomain {
        LabelDomain("outcome", values: allCases.map(\.text))
    }
}
