import Dispatch
import Synchronization

/// The audit log of a process: records go into a bounded queue, a thread of its own writes them.
///
/// Recording never waits. When records come faster than they can be written, or the system refuses to write, they are
/// dropped and counted; see ``AuditReport``. Who must know that a line is there uses ``record(_:then:)`` or
/// ``recordDurably(_:)``.
///
/// ```swift
/// let log = try AuditLog(destination: .file(path: path), metrics: metrics.audit) { logger.warning("\($0)") }
/// log.record(record)
/// await log.close()
/// ```
public final class AuditLog: Sendable {
    struct State {
        var queue = AuditQueue()
        var health = AuditHealth()
        var schedule = Schedule.idle
    }

    /// Which block of the queue will next look for lines. It is not idle while lines wait.
    enum Schedule {
        case idle
        /// After the linger time.
        case later
        case now
    }

    /// Whether records go anywhere. If not, making them is a waste.
    public let isRecording: Bool

    let state = Mutex(State())
    /// Held while the system writes; nothing but the blocks of `thread` takes it. Nil when nothing is recorded.
    let writer: Mutex<AuditWriter?>
    let thread = DispatchQueue(label: "audit")
    let metrics: AuditMetrics
    let synchronizes: Bool
    let report: @Sendable (AuditReport) -> Void

    /// Opens the destination.
    ///
    /// - Parameters:
    ///   - destination: Where the lines go.
    ///   - metrics: Counts the records that are written and dropped.
    ///   - synchronizes: Whether a line counts as written only when it has reached the disk (`fdatasync`, once for all
    ///     lines written together). Without, it is the system's, and survives the end of the process but not of the
    ///     machine's power. Matters only to those who wait for a line.
    ///   - report: Hears of the beginning and end of losses, on any thread; it must not wait.
    /// - Throws: ``TelemetryError`` when the file cannot be opened.
    public convenience init(
        destination: AuditDestination,
        metrics: AuditMetrics,
        synchronizes: Bool = false,
        report: @escaping @Sendable (AuditReport) -> Void
    ) throws(TelemetryError) {
        let output: (any AuditOutput)? =
            switch destination {
            case .none: nil
            case .standardOutput: AuditStandardOutput()
            case .file(let path): try AuditFile(path: path)
            }
        self.init(output: output, metrics: metrics, synchronizes: synchronizes, report: report)
    }

    init(
        output: (any AuditOutput)?,
        metrics: AuditMetrics,
        synchronizes: Bool = false,
        queue: AuditQueue = AuditQueue(),
        report: @escaping @Sendable (AuditReport) -> Void
    ) {
        isRecording = output != nil
        writer = Mutex(output.map { AuditWriter($0) })
        self.metrics = metrics
        self.synchronizes = synchronizes
        self.report = report
        state.withLock { $0.queue = queue }
    }

    /// Puts a record into the queue.
    ///
    /// - Returns: False when it was dropped. It may still be dropped later, when the system refuses to write it.
    @discardableResult
    public func record(_ record: AuditRecord) -> Bool {
        enqueue(record, then: nil)
    }

    /// Puts a record into the queue and tells when it is written.
    ///
    /// - Parameters:
    ///   - record: The record.
    ///   - then: Called exactly once: with true when the line was written (or nothing is to be recorded), with false
    ///     when it was dropped; in that case, and only then, perhaps before this method returns. It must not wait.
    public func record(_ record: AuditRecord, then: @escaping @Sendable (Bool) -> Void) {
        if !enqueue(record, then: then) { then(false) }
    }

    /// Puts a record into the queue and waits until it is written.
    ///
    /// - Throws: ``TelemetryError`` when it was dropped.
    public func recordDurably(_ record: AuditRecord) async throws(TelemetryError) {
        let isWritten = await withCheckedContinuation { continuation in
            self.record(record) { continuation.resume(returning: $0) }
        }
        guard isWritten else { throw TelemetryError(.auditNotWritten, reason: "the audit record was dropped") }
    }

    private func enqueue(_ record: AuditRecord, then: AuditBatch.Completion?) -> Bool {
        guard isRecording else {
            then?(true)
            return true
        }
        // Outside of the lock, which every other call takes too.
        let line = record.line
        let (schedule, news) = state.withLock { state -> (Schedule?, AuditReport?) in
            guard state.queue.append(line, then: then) else {
                return (nil, state.health.lost(1, state.queue.isClosed ? .closed : .queueFull))
            }
            return (state.nextSchedule(), nil)
        }
        if let schedule {
            perform(schedule)
            return true
        }
        metrics.dropped.increment()
        if let news { report(news) }
        return false
    }
}
