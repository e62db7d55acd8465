import WasmEngine

/// Waits for the end of a job, also across a restart of the server.
struct JobWatch {
    let client: ServerClient
    let console: Console
    /// Whether the server has answered before; one that never did is more likely a wrong address than one that will be
    /// back.
    var isServerKnown = false

    /// - Parameter timeout: in seconds; `nil` waits as long as it takes.
    /// - Returns: the record of the job that has ended.
    /// - Throws: ``CommandError`` when the time has passed, the server is gone, or the job is not known.
    func end(of job: RecordID, timeout: UInt64?) async throws -> JSONValue {
        var patience = JobPatience(start: EpochTicker.now(), timeoutSeconds: timeout)
        var isServerKnown = isServerKnown
        var absence: CommandError?
        while true {
            switch await look(at: job) {
            case .success(let record):
                if try JobOutcome(record).hasEnded { return record }
                isServerKnown = true
                absence = nil
            case .failure(let error):
                guard isServerKnown, error.mayPass else { throw error }
                if absence == nil { console.warn("\(error); waiting for the server") }
                absence = error
            }
            switch patience.judge(hasAnswered: absence == nil, now: EpochTicker.now()) {
            case .pause(let nanoseconds): try await Task.sleep(for: .nanoseconds(nanoseconds))
            case .timedOut:
                throw CommandError(
                    .failure, kind: "timeout", "the job has not ended in \(timeout ?? 0) s; it goes on")
            case .lost: throw absence ?? .unexpectedAnswer("the server says nothing")
            }
        }
    }

    private func look(at job: RecordID) async -> Result<JSONValue, CommandError> {
        do throws(CommandError) {
            return .success(try await client.job(job))
        } catch {
            return .failure(error)
        }
    }
}

extension CommandError {
    /// Whether the same question may be answered later: the server is starting, ending, or asks to be left alone.
    fileprivate var mayPass: Bool {
        ["unreachable", "timeout", "not_ready", "capacity_exhausted", "rate_limited"].contains(kind)
            || kind == "http_502" || kind == "http_503" || kind == "http_504"
    }
}
