/// What the operator should hear about the audit log: two reports for each time of trouble, however long it lasts.
public enum AuditReport: Sendable, Equatable, CustomStringConvertible {
    /// The first record could not be kept, for this reason. More may follow unreported; they are counted.
    case losing(AuditLoss)
    /// All that waited has been written. So many records were dropped since ``losing(_:)``.
    case recovered(dropped: UInt64)

    /// The report in words.
    public var description: String {
        switch self {
        case .losing(let loss): "audit records are being dropped: \(loss)"
        case .recovered(let dropped): "the audit log is written again; records dropped meanwhile: \(dropped)"
        }
    }
}
