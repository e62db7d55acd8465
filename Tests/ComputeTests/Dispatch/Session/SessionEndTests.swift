import Testing
import Threads

@testable import Compute

@Suite struct SessionEndTests {
    private let observer = TestObserver()

    @Test func `a session without launches is over at once and refuses what comes later`() throws {
        let device = TestDevice()
        let session = TestSession(.test(device, observer), id: 1)
        let (handle, buffer) = try session.buffer(10)
        #expect(try session.load("text").get() == 0)
        let over = Signal()
        #expect(session.session.end(.cancelled) { over.fire() })
        #expect(over.count == 0 && observer.seen.memory == [0: 0])
        #expect(throws: ComputeError.instanceEnded) { try session.launch(.immediate) }
        #expect(throws: ComputeError.instanceEnded) { try session.launch(.immediate, buffers: [buffer]) }
        #expect(throws: ComputeError.instanceEnded) { try session.session.allocate(byteCount: 1) }
        #expect(throws: ComputeError.instanceEnded) { try session.session.free(handle) }
        #expect(session.load("text") == .failure(.instanceEnded))
        #expect(session.session.buffer(handle) == nil && session.session.kernel(0) == nil)
        #expect(session.session.whenIdle {} && session.session.end(.cancelled) {})
        #expect(device.started == [])
    }

    @Test(arguments: [LaunchStopReason.deadline, .cancelled])
    func `what runs is stopped, what waits is dropped, and the end comes when the device lets go`(
        _ reason: LaunchStopReason
    ) throws {
        let device = TestDevice(obeysStops: false)
        let session = TestSession(.test(device, observer) { $0.outstandingLaunches = 2 }, id: 1)
        let (_, buffer) = try session.buffer(100)
        let (accepted, idle, over) = (Signal(), Signal(), Signal())
        try session.launch(.held, buffers: [buffer])
        try session.launch(.held, buffers: [buffer])
        #expect(try !session.launch(.held, buffers: [buffer]) { accepted.fire() })
        #expect(!session.session.whenIdle { idle.fire() })
        #expect(!session.session.end(reason) { over.fire() })
        #expect(accepted.count == 1, "who waits for a place is told that there will be none")
        #expect(idle.count == 0 && over.count == 0 && observer.seen.memory == [0: 100])
        let running = try #require(device.running(session.name(1)))
        #expect(running.stops.withLock { $0 } == [reason])
        running.end()
        #expect(accepted.count == 1 && idle.count == 1 && over.count == 1)
        #expect(observer.seen.memory == [0: 0] && observer.seen.permits.last == 0)
        #expect(device.started == [session.name(1)])
    }

    @Test func `a freed buffer that only dropped launches used goes while another still runs`() throws {
        let device = TestDevice(obeysStops: false)
        let session = TestSession(.test(device, observer), id: 1)
        let (kept, freed) = (try session.buffer(100), try session.session.allocate(byteCount: 10))
        try session.launch(.held, buffers: [kept.buffer])
        try session.launch(.held, buffers: [try #require(session.session.buffer(freed))])
        try session.session.free(freed)
        #expect(observer.seen.memory == [0: 110])
        #expect(!session.session.end(.cancelled) {})
        #expect(observer.seen.memory == [0: 100] && device.bufferBytes.load(ordering: .relaxed) == 100)
        device.running(session.name(1))?.end()
        #expect(observer.seen.memory == [0: 0])
    }

    @Test func `a device that stops at once brings the end before it is awaited`() throws {
        let device = TestDevice()
        let session = TestSession(.test(device, observer), id: 1)
        try session.launch(.held)
        let over = Signal()
        #expect(!session.session.end(.cancelled) { over.fire() })
        #expect(over.count == 1 && device.runningCount == 0)
        #expect(observer.seen.records.map(\.isSuccess) == [false])
    }

    @Test func `a session that waits for a permit is over at once, and the permit goes to others`() throws {
        let device = TestDevice(permits: 1)
        let service = ComputeService.test(device, observer) { $0.permits = 1 }
        let sessions = (1...3).map { TestSession(service, id: $0, tenant: $0) }
        for session in sessions { try session.launch(.held) }
        let idle = Signal()
        #expect(!sessions[1].session.whenIdle { idle.fire() })
        #expect(sessions[1].session.end(.cancelled) {})
        #expect(idle.count == 1)
        device.running(sessions[0].name(1))?.end()
        #expect(device.started == [sessions[0].name(1), sessions[2].name(1)])
        sessions[2].end()
        #expect(observer.seen.permits.last == 0 && device.violations == [])
    }

    @Test func `a launch that is just being started is stopped as soon as that can be`() throws {
        let device = TestDevice()
        let session = TestSession(.test(device, observer), id: 1)
        let (gate, over, returned) = (Signal(), Signal(), Signal())
        let isStarted = WorkerThread.start(name: "test") {
            _ = try? session.launch(.gated(gate))
            returned.fire()
        }
        #expect(isStarted)
        device.arrivals.wait()
        #expect(!session.session.end(.deadline) { over.fire() })
        #expect(over.count == 0)
        gate.fire()
        over.wait()
        returned.wait()
        #expect(device.runningCount == 0 && observer.seen.permits.last == 0)
        #expect(session.session.takeFailure() == ComputeError(.launchFailed, "stopped: deadline"))
    }

    @Test func `each end is answered, however many there are`() throws {
        let device = TestDevice(obeysStops: false)
        let session = TestSession(.test(device, observer), id: 1)
        try session.launch(.held)
        let over = Signal()
        for _ in 0..<3 { #expect(!session.session.end(.cancelled) { over.fire() }) }
        device.running(session.name(1))?.end()
        #expect(over.count == 3)
        #expect(session.session.end(.cancelled) { over.fire() } && over.count == 3)
    }

    @Test func `a session that goes away without an end gives everything back`() throws {
        let device = TestDevice(obeysStops: false)
        let service = ComputeService.test(device, observer)
        var session: TestSession? = TestSession(service, id: 1, tenant: 5)
        let name = try #require(session?.name(1))
        do {
            let (_, buffer) = try #require(try session?.buffer(100))
            _ = try session?.buffer(50)
            try session?.launch(.held, buffers: [buffer])
        }
        session = nil
        #expect(observer.seen.memory == [5: 150], "the kernel may still use it")
        let running = try #require(device.running(name))
        #expect(running.stops.withLock { $0 } == [.cancelled])
        running.end()
        #expect(observer.seen.memory == [5: 0] && service.deviceMemory(of: 5) == 0)
        #expect(observer.seen.permits.last == 0)
    }

    @Test func `buffers are gone when their bytes are given back`() throws {
        let device = TestDevice()
        let session = TestSession(.test(device, observer), id: 1)
        for _ in 0..<3 { _ = try session.session.allocate(byteCount: 10) }
        #expect(device.bufferBytes.load(ordering: .relaxed) == 30)
        session.end()
        #expect(device.bufferBytes.load(ordering: .relaxed) == 0 && observer.seen.memory == [0: 0])
    }
}
