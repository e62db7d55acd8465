import Storage
import Telemetry
import WasmEngine

extension JobRunner {
    /// Begins as many jobs as may run.
    func runNext() {
        while let turn = book.withLock({ $0.next() }) {
            Task { await run(turn) }
        }
    }

    private func run(_ turn: JobBook.Turn) async {
        let started: StartedJob?
        do throws(StorageError) {
            started = try await storage.startJob(turn.id)
        } catch {
            // The job is where it was, in the database too; its turn comes again.
            try? await Task.sleep(for: Self.storageRetry)
            settle { $0.postpone(turn, weight: weight(of: turn.tenant)) }
            return runNext()
        }
        // Cancelled before its turn came: its end is stored already.
        guard let started else { return leave(turn) }
        guard started.attempts <= limits.attempts else {
            let error = RuntimeError.internal("the process died \(started.attempts - 1) times while the job ran")
            return await finish(turn, started, .refused(error))
        }
        let request: CallRequest
        do throws(RuntimeError) {
            request = try call(of: started)
        } catch {
            return await finish(turn, started, .refused(error))
        }
        let answer = await withCheckedContinuation { continuation in
            let call = runtime.call(request) { continuation.resume(returning: $0) }
            if book.withLock({ $0.began(turn.id, call) }) { runtime.cancel(call) }
        }
        await finish(turn, started, answer)
    }

    private func call(of started: StartedJob) throws(RuntimeError) -> CallRequest {
        var request = try codec.request(started)
        request.arrival = EpochTicker.now()
        request.timeLimit = started.timeLimitMilliseconds.map { UInt64($0) * 1_000_000 }
        return request
    }

    private func finish(_ turn: JobBook.Turn, _ started: StartedJob, _ answer: CallAnswer) async {
        if case .failure(.cancelled) = answer.result, book.withLock(\.isStopped) { return await handBack(turn) }
        // Room for others while the storage takes the result, which may be a while on a full disk.
        settle { $0.stopsRunning(turn.id) }
        runNext()
        let (status, result) = codec.result(started.function, answer)
        while true {
            do throws(StorageError) {
                // Not stored when the job was cancelled meanwhile.
                if try await storage.finishJob(turn.id, as: status, result: result) {
                    metrics.jobs.jobEnded(status == .completed ? .completed : .failed)
                }
                return release(turn.tenant)
            } catch {
                // A closed storage has the job as running: the next process runs it again.
                guard error.code != .closed, !book.withLock(\.isStopped) else { return release(turn.tenant) }
                try? await Task.sleep(for: Self.storageRetry)
            }
        }
    }

    private func handBack(_ turn: JobBook.Turn) async {
        // When this fails the job stays marked as running, and the next start takes it up all the same.
        if (try? await storage.handBackJobs([turn.id])) != nil { metrics.jobs.jobEnded(.handedBack) }
        leave(turn)
    }

    /// The job neither runs nor waits any more.
    private func leave(_ turn: JobBook.Turn) {
        settle { $0.stopsRunning(turn.id) }
        release(turn.tenant)
        runNext()
    }
}
