import Testing

@testable import Compute

@Suite struct FailureLogTests {
    @Test func `the first failure of a launch is told once, the last message stays`() {
        var log = FailureLog()
        #expect(log.lastMessage == "")
        let none = log.takeFirstOfLaunches()
        log.launchFailed(ComputeError(.launchFailed, "one"))
        log.launchFailed(ComputeError(.launchFailed, "two"))
        let first = [log.takeFirstOfLaunches()?.message, log.takeFirstOfLaunches()?.message]
        #expect(none == nil && first == ["one", nil])
        #expect(log.lastMessage == "two")
        log.record(ComputeError(.invalidHandle, "three"))
        let recorded = log.takeFirstOfLaunches()
        #expect(recorded == nil && log.lastMessage == "three")
    }
}
