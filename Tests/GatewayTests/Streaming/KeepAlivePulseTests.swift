import NIOCore
import TestSupport
import Testing

@testable import Gateway

@Suite struct KeepAlivePulseTests {
    private func at(_ seconds: UInt64) -> NIODeadline { .uptimeNanoseconds(seconds * 1_000_000_000) }

    @Test func `a sign is due when nothing was written for an interval, and again after another`() {
        var pulse = KeepAlivePulse(interval: .seconds(15), now: at(100))
        let verdicts = [115, 130].map { pulse.judge(now: at($0)) }
        #expect(verdicts.map(\.isDue) == [true, true])
        #expect(verdicts.map(\.next) == [at(130), at(145)])
    }

    @Test func `what is written postpones it`() {
        var pulse = KeepAlivePulse(interval: .seconds(15), now: at(100))
        pulse.wrote(now: at(109))
        let early = pulse.judge(now: at(115))
        let due = pulse.judge(now: at(124))
        #expect(!early.isDue && early.next == at(124))
        #expect(due.isDue && due.next == at(139))
    }

    @Test func `it is asked for again only later`() {
        var generator = SeededGenerator(seed: 5)
        for _ in 0..<200 {
            var now = UInt64.random(in: 0...1_000, using: &generator)
            var pulse = KeepAlivePulse(interval: .seconds(15), now: at(now))
            for _ in 0..<50 {
                now += UInt64.random(in: 0...20, using: &generator)
                if Bool.random(using: &generator) { pulse.wrote(now: at(now)) }
                let verdict = pulse.judge(now: at(now))
                #expect(verdict.next > at(now))
            }
        }
    }
}
