import Dispatch

extension AuditLog {
    /// Opens the file's name again, after the file was renamed: later lines go to the new file.
    ///
    /// No record is lost or written twice. Recording goes on meanwhile.
    ///
    /// - Throws: ``TelemetryError`` when the file cannot be opened; the old one then stays in use.
    public func reopen() async throws(TelemetryError) {
        let failure = await withCheckedContinuation { continuation in
            thread.async { continuation.resume(returning: self.reopenNow()) }
        }
        if let failure { throw failure }
    }

    /// Writes what waits and ends the log: records that come later are dropped.
    ///
    /// - Parameter limit: How long to wait for the system, which may never take what is written to a pipe.
    /// - Returns: How many records waited and were not written; they are dropped and counted, except those that the
    ///   system is still being asked to take.
    @discardableResult
    public func close(within limit: Duration = .seconds(5)) async -> Int {
        state.withLock { $0.queue.close() }
        return await withCheckedContinuation { continuation in
            let answer = FirstAnswer(continuation)
            thread.async { answer.give { self.finish() } }
            DispatchQueue.global().asyncAfter(deadline: .now() + limit.interval) { answer.give { self.abandon() } }
        }
    }

    /// Nil for success.
    private func reopenNow() -> TelemetryError? {
        writer.withLock { writer in
            do throws(TelemetryError) {
                try writer?.reopen()
                return nil
            } catch {
                return error
            }
        }
    }

    /// Writes everything that waits.
    ///
    /// - Returns: The records for which that was not possible.
    private func finish() -> Int {
        var dropped = 0
        while let outcome = writeWaiting() { dropped += outcome.dropped }
        let last = writer.withLock { writer in
            var last = writer?.completePartialLine() ?? AuditWriter.Outcome()
            last.dropped = writer?.giveUpPartialLine() ?? 0
            return last
        }
        conclude(last)
        return dropped + last.dropped
    }

    /// Gives up everything that waits.
    ///
    /// - Returns: The records that are not written.
    private func abandon() -> Int {
        let (batch, unwritten, news) = state.withLock { state in
            let unwritten = state.queue.records
            let batch = state.queue.removePending()
            return (batch, unwritten, state.health.lost(batch.records, .closed))
        }
        metrics.dropped.increment(by: UInt64(batch.records))
        batch.answer(written: 0)
        if let news { report(news) }
        return unwritten
    }
}

extension Duration {
    fileprivate var interval: DispatchTimeInterval {
        let (seconds, attoseconds) = components
        guard seconds < 1 << 30 else { return .never }
        return .nanoseconds(Int(seconds) * 1_000_000_000 + Int(attoseconds / 1_000_000_000))
    }
}
