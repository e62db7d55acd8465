/// What may become of a job, and how often it has begun. A plain value; the database stores what it decides.
///
/// ```
/// pending ⇄ running
///    └───┬─────┘
/// completed, failed, cancelled
/// ```
///
/// A terminal phase is never left, so whoever reaches one first decides how the job ended.
struct JobState: Equatable, Sendable {
    enum Phase: String, Sendable, CaseIterable {
        case pending, running, completed, failed, cancelled
    }

    private(set) var phase: Phase
    /// The beginnings that were not handed back.
    private(set) var attempts: Int

    init(phase: Phase = .pending, attempts: Int = 0) {
        self.phase = phase
        self.attempts = attempts
    }

    /// What clients are shown: that a job waits for its turn is no business of theirs.
    var status: JobStatus {
        switch phase {
        case .pending, .running: .pending
        case .completed: .completed
        case .failed: .failed
        case .cancelled: .cancelled
        }
    }

    /// Lets a waiting job begin; false when it does not wait.
    mutating func start() -> Bool {
        guard phase == .pending, attempts < Int.max else { return false }
        phase = .running
        attempts += 1
        return true
    }

    /// Ends a job that has not ended; false when it has, or when `status` is no end.
    mutating func finish(as status: JobStatus) -> Bool {
        guard !self.status.isTerminal else { return false }
        switch status {
        case .pending: return false
        case .completed: phase = .completed
        case .failed: phase = .failed
        case .cancelled: phase = .cancelled
        }
        return true
    }

    /// Cancels a job that has not ended, and tells what it did until then.
    mutating func cancel() -> JobCancellation {
        switch phase {
        case .pending:
            phase = .cancelled
            return .cancelled
        case .running:
            phase = .cancelled
            return .running
        case .completed, .failed, .cancelled:
            return .finished(status)
        }
    }

    /// Lets a running job wait again because its process died: the attempt counts. False when it does not run.
    mutating func interrupt() -> Bool {
        guard phase == .running else { return false }
        phase = .pending
        return true
    }

    /// Lets a running job wait again because the server stops: the attempt does not count. False when it does not run.
    mutating func handBack() -> Bool {
        guard interrupt() else { return false }
        attempts = max(0, attempts - 1)
        return true
    }
}
