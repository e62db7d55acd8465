import Telemetry
import Testing

@Suite struct ClockTests {
    @Test func theMonotonicClockNeverRunsBackwards() {
        let times = (0..<1_000).map { _ in MonotonicClock.now() }
        #expect(zip(times, times.dropFirst()).allSatisfy { $0 <= $1 })
        #expect(times[0] > 0)
    }

    @Test func theWallClockCountsMillisecondsSince1970() {
        // 2024-01-01 and 2200-01-01.
        #expect((1_704_067_200_000...7_258_118_400_000).contains(WallClock.unixMilliseconds()))
    }
}
