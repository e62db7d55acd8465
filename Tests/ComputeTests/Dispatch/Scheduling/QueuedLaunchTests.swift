import Synchronization
import Testing

@testable import Compute

@Suite struct QueuedLaunchTests {
    private final class Handle: StartedLaunch {
        let stops = Mutex<[LaunchStopReason]>([])
        func stop(_ reason: LaunchStopReason) { stops.withLock { $0.append(reason) } }
    }

    private let handle = Handle()
    private let outcome = LaunchOutcome(failure: nil, executionNanoseconds: 7)

    private func queued() -> QueuedLaunch {
        let session = TestSession(.test(TestDevice()), id: 1).session
        return QueuedLaunch(
            Launch(kernel: TestKernel(.held), grid: Dimensions(1), block: Dimensions(1), arguments: []),
            session: session.state, handles: [], whenAccepted: {})
    }

    @Test func `a launch that ends while it is started leaves what follows to the starter`() throws {
        let queued = queued()
        _ = try queued.begin()
        #expect(!queued.completed(outcome))
        #expect(queued.started(handle)?.executionNanoseconds == 7)
        #expect(!queued.completed(outcome), "a second completion counts for nothing")
    }

    @Test func `a launch that ends later leaves what follows to its completion`() throws {
        let queued = queued()
        _ = try queued.begin()
        #expect(queued.started(handle)?.executionNanoseconds == nil)
        #expect(queued.completed(outcome))
        #expect(!queued.completed(outcome), "a second completion counts for nothing")
    }

    @Test(arguments: [LaunchStopReason.deadline, .cancelled])
    func `a launch stopped before its start is not started`(_ reason: LaunchStopReason) {
        let queued = queued()
        queued.stop(reason)
        #expect(throws: reason.failure) { try queued.begin() }
    }

    @Test func `a launch stopped while it is started is stopped when the device has it`() throws {
        let queued = queued()
        _ = try queued.begin()
        queued.stop(.deadline)
        queued.stop(.cancelled)
        #expect(queued.started(handle)?.executionNanoseconds == nil)
        #expect(handle.stops.withLock { $0 } == [.deadline])
        queued.stop(.cancelled)
        #expect(handle.stops.withLock { $0 } == [.deadline, .cancelled])
        #expect(queued.completed(outcome))
        queued.stop(.cancelled)
        #expect(handle.stops.withLock { $0.count } == 2, "what has ended is not stopped")
    }

    @Test func `a dropped launch is never started`() {
        let queued = queued()
        queued.drop()
        #expect(throws: ComputeError.self) { try queued.begin() }
    }
}
