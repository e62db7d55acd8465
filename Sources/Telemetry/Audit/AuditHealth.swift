/// Tells the beginning and the end of times in which records are dropped.
///
/// The end is not the next line that can be written: a queue that is full again and again would make a report each
/// time. It is the moment when everything that waited has been written.
struct AuditHealth: Sendable {
    private var isLosing = false
    private var dropped: UInt64 = 0

    /// - Parameter records: May be zero: a line that was written in part is not given up yet.
    mutating func lost(_ records: Int, _ loss: AuditLoss) -> AuditReport? {
        dropped += UInt64(records)
        guard !isLosing else { return nil }
        isLosing = true
        return .losing(loss)
    }

    /// Everything that waited has been written.
    mutating func caughtUp() -> AuditReport? {
        guard isLosing else { return nil }
        defer { self = AuditHealth() }
        return .recovered(dropped: dropped)
    }
}
