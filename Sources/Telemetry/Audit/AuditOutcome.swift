/// How an audited call ended.
public struct AuditOutcome: Sendable, Equatable {
    /// The status of the response. A reload that no request asked for has 200 or 500.
    public let statusCode: Int
    /// The public kind of the error, such as `rate_limited`; nil for success.
    public let errorKind: String?

    /// States how a call ended.
    public init(statusCode: Int, errorKind: String? = nil) {
        self.statusCode = statusCode
        self.errorKind = errorKind
    }
}
