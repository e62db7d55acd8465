/// The lines that wait to be written, within a bound that counts those being written as well.
struct AuditQueue: Sendable {
    let recordLimit: Int
    let byteLimit: Int

    private var pending = AuditBatch()
    private var taken: (records: Int, bytes: Int)?
    private(set) var isClosed = false

    init(
        recordLimit: Int = TelemetryLimits.auditQueueRecords,
        byteLimit: Int = TelemetryLimits.auditQueueBytes
    ) {
        self.recordLimit = recordLimit
        self.byteLimit = byteLimit
    }

    /// The lines that are neither written nor given up.
    var records: Int { pending.records + (taken?.records ?? 0) }

    var bytes: Int { pending.bytes.count + (taken?.bytes ?? 0) }

    /// Whether no line waits to be taken.
    var isEmpty: Bool { pending.records == 0 }

    /// Whether the lines should be written at once: somebody waits, or half of the room is used.
    var isUrgent: Bool { pending.isAwaited || records >= recordLimit / 2 || bytes >= byteLimit / 2 }

    /// - Returns: Whether there was room. If not, `then` is not kept.
    mutating func append(_ line: [UInt8], then: AuditBatch.Completion? = nil) -> Bool {
        guard !isClosed, records < recordLimit, line.count <= byteLimit - bytes else { return false }
        pending.append(line, then: then)
        return true
    }

    /// All lines that wait, or nil when none do or when those taken before are not finished.
    mutating func take() -> AuditBatch? {
        guard taken == nil, !isEmpty else { return nil }
        taken = (pending.records, pending.bytes.count)
        return removePending()
    }

    /// The lines taken last are written or given up.
    mutating func finish() {
        taken = nil
    }

    /// From now on there is no room. Lines that wait can still be taken.
    mutating func close() {
        isClosed = true
    }

    /// Gives up the lines that wait.
    mutating func removePending() -> AuditBatch {
        defer { pending = AuditBatch() }
        return pending
    }
}
