import Testing

@testable import CLI

@Suite("The patience with a job")
struct JobPatienceTests {
    private static let second: UInt64 = 1_000_000_000

    @Test("pauses longer and longer, up to a second")
    func growth() {
        var patience = JobPatience(start: 5, timeoutSeconds: nil)
        var last: UInt64 = 0
        for step in 0..<40 {
            guard case .pause(let pause) = patience.judge(hasAnswered: true, now: 5 + UInt64(step) * Self.second) else {
                Issue.record("patience ended")
                return
            }
            #expect(pause >= last && pause <= Self.second)
            #expect(step > 0 || pause == 20_000_000)
            last = pause
        }
        #expect(last == Self.second)
    }

    @Test("ends at the time asked for and does not sleep past it")
    func timeout() {
        var patience = JobPatience(start: 0, timeoutSeconds: 3)
        #expect(patience.judge(hasAnswered: true, now: 3 * Self.second - 7) == .pause(7))
        #expect(patience.judge(hasAnswered: true, now: 3 * Self.second) == .timedOut)
    }

    @Test("ends when the server was away for a minute, counted from its last answer")
    func absence() {
        var patience = JobPatience(start: 0, timeoutSeconds: nil)
        _ = patience.judge(hasAnswered: true, now: 100 * Self.second)
        guard case .pause = patience.judge(hasAnswered: false, now: 159 * Self.second) else {
            Issue.record("gave up too early")
            return
        }
        #expect(patience.judge(hasAnswered: false, now: 160 * Self.second) == .lost)
    }
}
