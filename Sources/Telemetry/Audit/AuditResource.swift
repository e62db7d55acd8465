/// What an audited call is about. What is nil does not appear in the line.
///
/// Ids are texts of any length and content; the line cuts and escapes them.
public struct AuditResource: Sendable, Equatable {
    /// The function.
    public let functionID: String?
    /// The tenant that the call claims to act for.
    public let tenantID: UInt64?
    /// The job.
    public let jobID: String?
    /// The living instance.
    public let instanceID: String?

    /// Names what a call is about.
    public init(
        functionID: String? = nil,
        tenantID: UInt64? = nil,
        jobID: String? = nil,
        instanceID: String? = nil
    ) {
        self.functionID = functionID
        self.tenantID = tenantID
        self.jobID = jobID
        self.instanceID = instanceID
    }
}
