import Testing

@testable import Storage

@Suite struct JobStateTests {
    private static let phases = JobState.Phase.allCases
    private static let terminal: [JobState.Phase] = [.completed, .failed, .cancelled]

    private static func status(of phase: JobState.Phase) -> JobStatus {
        JobStatus(rawValue: phase.rawValue) ?? .pending
    }

    @Test(arguments: phases) func `A job begins only from waiting, and that counts`(phase: JobState.Phase) {
        var state = JobState(phase: phase, attempts: 3)
        let isStarted = state.start()
        #expect(isStarted == (phase == .pending))
        #expect(state == (isStarted ? JobState(phase: .running, attempts: 4) : JobState(phase: phase, attempts: 3)))
    }

    @Test(arguments: phases, JobStatus.allCases)
    func `A job that has not ended ends with any terminal status, and no other does`(
        phase: JobState.Phase, status: JobStatus
    ) {
        var state = JobState(phase: phase, attempts: 3)
        let isFinished = state.finish(as: status)
        #expect(isFinished == (!Self.terminal.contains(phase) && status != .pending))
        #expect(state.phase.rawValue == (isFinished ? status.rawValue : phase.rawValue))
        #expect(state.attempts == 3)
    }

    @Test(arguments: phases) func `A cancellation tells what it came upon`(phase: JobState.Phase) {
        var state = JobState(phase: phase, attempts: 3)
        let outcome = state.cancel()
        switch phase {
        case .pending: #expect(outcome == .cancelled)
        case .running: #expect(outcome == .running)
        default: #expect(outcome == .finished(Self.status(of: phase)))
        }
        #expect(state == JobState(phase: Self.terminal.contains(phase) ? phase : .cancelled, attempts: 3))
    }

    @Test(arguments: phases, [0, 1, 3])
    func `Only a running job waits again, and only an interruption keeps the attempt`(
        phase: JobState.Phase, attempts: Int
    ) {
        var interrupted = JobState(phase: phase, attempts: attempts)
        var handedBack = interrupted
        #expect(interrupted.interrupt() == (phase == .running))
        #expect(handedBack.handBack() == (phase == .running))
        let next = phase == .running ? .pending : phase
        #expect(interrupted == JobState(phase: next, attempts: attempts))
        #expect(handedBack == JobState(phase: next, attempts: phase == .running ? max(0, attempts - 1) : attempts))
    }

    @Test(arguments: phases) func `Clients see a running job as pending`(phase: JobState.Phase) {
        #expect(JobState(phase: phase).status == Self.status(of: phase))
        #expect(JobState(phase: phase).status.isTerminal == Self.terminal.contains(phase))
    }
}
