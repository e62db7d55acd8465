import Dispatch
import Synchronization

extension AuditLog.State {
    /// What has to be scheduled now that lines wait; `idle` when enough is.
    mutating func nextSchedule() -> AuditLog.Schedule {
        if queue.isUrgent, schedule != .now {
            schedule = .now
            return .now
        }
        guard schedule == .idle else { return .idle }
        schedule = .later
        return .later
    }

    /// Ends the turn of a block: what has to be scheduled after it.
    mutating func nextScheduleAfterTurn() -> AuditLog.Schedule {
        schedule = .idle
        return queue.isEmpty ? .idle : nextSchedule()
    }
}

extension AuditLog {
    func perform(_ schedule: Schedule) {
        switch schedule {
        case .idle: break
        case .now: thread.async { self.takeTurn() }
        case .later:
            let delay = DispatchTimeInterval.milliseconds(TelemetryLimits.auditLingerMilliseconds)
            thread.asyncAfter(deadline: .now() + delay) { self.takeTurn() }
        }
    }

    /// Writes the lines that wait. Only blocks of `thread` do this.
    private func takeTurn() {
        writeWaiting()
        perform(state.withLock { $0.nextScheduleAfterTurn() })
    }

    /// Writes, counts, and answers those who wait for these lines. Only blocks of `thread` do this.
    ///
    /// - Returns: Nil when no line waits.
    @discardableResult
    func writeWaiting() -> AuditWriter.Outcome? {
        guard let batch = state.withLock({ $0.queue.take() }),
            var outcome = writer.withLock({ $0?.write(batch) })
        else { return nil }
        let durable = makeDurable(batch, &outcome)
        state.withLock { $0.queue.finish() }
        batch.answer(written: durable)
        conclude(outcome)
        return outcome
    }

    /// Counts what became of some lines, and reports it if it is news.
    func conclude(_ outcome: AuditWriter.Outcome) {
        metrics.written.increment(by: UInt64(outcome.written + outcome.completed))
        metrics.dropped.increment(by: UInt64(outcome.dropped))
        let news = state.withLock { state in
            if let failure = outcome.failure {
                return state.health.lost(outcome.dropped, .writeFailed(reason: failure.description))
            }
            // A turn in which nothing had to be written proves nothing.
            guard state.queue.isEmpty, outcome.written + outcome.completed > 0 else { return nil }
            return state.health.caughtUp()
        }
        if let news { report(news) }
    }

    /// - Returns: How many lines those who wait may rely on.
    private func makeDurable(_ batch: AuditBatch, _ outcome: inout AuditWriter.Outcome) -> Int {
        guard synchronizes, batch.isAwaited, outcome.written > 0 else { return outcome.written }
        do throws(SystemFailure) {
            try writer.withLock { writer throws(SystemFailure) in try writer?.synchronize() }
            return outcome.written
        } catch {
            outcome.failure = error
            return 0
        }
    }
}
