/// One call as the audit log keeps it: who did what to which resource, from where, and how it ended.
///
/// It has no place for bodies, arguments, results, headers or tokens. Texts of any length and content are accepted; the
/// line cuts and escapes them.
public struct AuditRecord: Sendable, Equatable {
    /// When the call ended, in milliseconds since 1970.
    public let unixMilliseconds: Int64
    /// The request, as in `X-Request-Id`.
    public let requestID: RequestID
    /// The trace, as in `X-Trace-Id`.
    public let traceID: TraceID
    /// Who called.
    public let actor: AuditActor
    /// What the call does.
    public let action: AuditAction
    /// What it is about.
    public let resource: AuditResource
    /// How it ended.
    public let outcome: AuditOutcome
    /// From the request's arrival to its answer.
    public let latencyNanoseconds: UInt64
    /// The other end of the connection, such as `192.0.2.1:50312`; nil where there is none.
    public let peerAddress: String?
    /// The subject of the client's certificate; nil when it showed none.
    public let clientCertificateSubject: String?

    /// Describes a call.
    ///
    /// - Parameters:
    ///   - unixMilliseconds: When it ended.
    ///   - requestID: The request.
    ///   - traceID: The trace.
    ///   - actor: Who called.
    ///   - action: What the call does.
    ///   - resource: What it is about.
    ///   - outcome: How it ended.
    ///   - latencyNanoseconds: How long it took.
    ///   - peerAddress: The other end of the connection.
    ///   - clientCertificateSubject: The subject of the client's certificate.
    public init(
        unixMilliseconds: Int64 = WallClock.unixMilliseconds(),
        requestID: RequestID,
        traceID: TraceID,
        actor: AuditActor,
        action: AuditAction,
        resource: AuditResource = AuditResource(),
        outcome: AuditOutcome,
        latencyNanoseconds: UInt64,
        peerAddress: String? = nil,
        clientCertificateSubject: String? = nil
    ) {
        self.unixMilliseconds = unixMilliseconds
        self.requestID = requestID
        self.traceID = traceID
        self.actor = actor
        self.action = action
        self.resource = resource
        self.outcome = outcome
        self.latencyNanoseconds = latencyNanoseconds
        self.peerAddress = peerAddress
        self.clientCertificateSubject = clientCertificateSubject
    }
}
