/// Decides when a job is asked after again, and when no more. A plain value: the time comes from outside, in
/// nanoseconds of any clock that does not jump.
struct JobPatience {
    enum Verdict: Equatable {
        /// Ask again after this many nanoseconds.
        case pause(UInt64)
        /// The time that the user allowed has passed.
        case timedOut
        /// The server has been out of reach for too long.
        case lost
    }

    private let deadline: UInt64?
    private var pause = ClientLimits.jobPauseMilliseconds.first * 1_000_000
    private var lastAnswer: UInt64

    init(start: UInt64, timeoutSeconds: UInt64?) {
        deadline = timeoutSeconds.map { start &+ $0 * 1_000_000_000 }
        lastAnswer = start
    }

    /// The job has not ended, or the server was not to be reached.
    mutating func judge(hasAnswered: Bool, now: UInt64) -> Verdict {
        if hasAnswered { lastAnswer = max(now, lastAnswer) }
        if let deadline, now >= deadline { return .timedOut }
        let absence = now > lastAnswer ? now - lastAnswer : 0
        guard absence < ClientLimits.serverAbsenceSeconds * 1_000_000_000 else { return .lost }
        defer { pause = min(pause + pause / 2, ClientLimits.jobPauseMilliseconds.longest * 1_000_000) }
        return .pause(deadline.map { min(pause, $0 - now) } ?? pause)
    }
}
