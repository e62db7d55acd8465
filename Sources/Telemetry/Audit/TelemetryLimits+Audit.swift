extension TelemetryLimits {
    /// Audit records that may wait to be written; one more is dropped.
    public static let auditQueueRecords = 8_192
    /// Bytes of the audit records that may wait to be written.
    public static let auditQueueBytes = 8 << 20
    /// Bytes of the longest audit line, its line break included.
    ///
    /// It is `PIPE_BUF` of Linux: what other programs write to the same pipe cannot come to lie inside a line.
    public static let auditLineBytes = 4_096
    /// Bytes, as they are written, of an id or of the kind of an error.
    public static let auditNameBytes = 64
    /// Bytes, as they are written, of the tenants that an actor may act for.
    public static let auditScopeBytes = 512
    /// Bytes, as they are written, of a peer's address.
    public static let auditAddressBytes = 128
    /// Bytes, as they are written, of a client certificate's subject.
    public static let auditSubjectBytes = 1_024
    /// How long records nobody waits for are gathered before they are written together.
    public static let auditLingerMilliseconds = 5
}
