import Testing

@testable import Compute

@Suite struct LaunchQueueTests {
    @Test func `launches of an instance reach the device one after the other, in order`() throws {
        let device = TestDevice()
        let session = TestSession(.test(device), id: 1)
        for _ in 0..<100 {
            for behaviour in [.threaded, .immediate] as [TestKernel.Behaviour] { try session.launch(behaviour) }
        }
        session.sync()
        #expect(device.started == (1...200).map(session.name))
        #expect(device.violations == [])
    }

    @Test func `a launch that the device runs while it is started has ended when launch returns`() throws {
        let device = TestDevice()
        let observer = TestObserver()
        let session = TestSession(.test(device, observer), id: 1)
        #expect(try session.launch(.immediate))
        let waiter = Signal()
        #expect(session.session.whenIdle { waiter.fire() })
        #expect(observer.seen.records.count == 1 && waiter.count == 0)
        #expect(session.session.hasLaunched)
    }

    @Test func `a thousand short launches that waited are not started inside each other`() throws {
        let device = TestDevice()
        let session = TestSession(.test(device) { $0.outstandingLaunches = 2_000 }, id: 1)
        try session.launch(.held)
        for _ in 0..<1_000 { try session.launch(.immediate) }
        #expect(device.started.count == 1)
        device.running(session.name(1))?.end()
        session.sync()
        #expect(device.started.count == 1_001 && device.violations == [])
        #expect(device.greatestDepth == 1)
    }

    @Test func `with one permit tenants and their instances take turns`() throws {
        let device = TestDevice(permits: 1)
        let service = ComputeService.test(device) { $0.permits = 1 }
        let first = TestSession(service, id: 9, tenant: 9)
        try first.launch(.held)
        // Tenant 1 has two instances, tenant 2 has one.
        let sessions = [(1, 1), (2, 1), (3, 2)].map { TestSession(service, id: UInt64($0.0), tenant: UInt64($0.1)) }
        for session in sessions { for _ in 0..<2 { try session.launch(.immediate) } }
        device.running(first.name(1))?.end()
        for session in sessions { session.sync() }
        let order = device.started.dropFirst().map { "\($0 >> 32).\($0 & 0xFF)" }
        #expect(order == ["1.1", "3.1", "2.1", "3.2", "1.2", "2.2"])
        #expect(device.violations == [])
    }

    @Test func `permits in use are told, up and down`() throws {
        let device = TestDevice(permits: 2)
        let observer = TestObserver()
        let service = ComputeService.test(device, observer) { $0.permits = 2 }
        #expect(observer.seen.permits == [0] && observer.seen.available == 2)
        let sessions = (1...3).map { TestSession(service, id: $0) }
        for session in sessions { try session.launch(.held) }
        #expect(observer.seen.permits == [0, 1, 2] && observer.seen.available == 0)
        for session in sessions { device.running(session.name(1))?.end() }
        #expect(observer.seen.permits == [0, 1, 2, 1, 2, 1, 0] && observer.seen.available == 2)
        #expect(device.violations == [])
    }

    @Test func `one launch too many waits for its place`() throws {
        let device = TestDevice()
        let session = TestSession(.test(device) { $0.outstandingLaunches = 2 }, id: 1)
        let accepted = Signal()
        let answers = try (0..<4).map { _ in try session.launch(.held) { accepted.fire() } }
        #expect(answers == [true, true, false, false])
        #expect(accepted.count == 0)
        for number in UInt64(1)...4 {
            device.running(session.name(number))?.end()
            #expect(accepted.count == Int(min(number, 2)))
        }
        #expect(device.started == (1...4).map(session.name))
    }

    @Test func `a launch that fails is told once and does not keep later ones from running`() throws {
        let device = TestDevice()
        let observer = TestObserver()
        let session = TestSession(.test(device, observer), id: 1)
        for text in ["one", "two"] { try session.launch(.failing(text)) }
        try session.launch(.immediate)
        #expect(device.started.count == 3)
        #expect(session.session.takeFailure() == ComputeError(.launchFailed, "one"))
        #expect(session.session.takeFailure() == nil)
        #expect(observer.seen.records.map(\.isSuccess) == [false, false, true])
    }

    @Test func `a record says whose launch it was, whether it was alone and how long the kernel took`() throws {
        let device = TestDevice()
        let observer = TestObserver()
        let service = ComputeService.test(device, observer)
        let (one, two) = (TestSession(service, id: 1, tenant: 11), TestSession(service, id: 2, tenant: 22))
        try one.launch(.held)
        try two.launch(.held)
        // A kernel's time beyond all that has passed leaves nothing to the runtime.
        device.running(one.name(1))?.end(after: .max)
        device.running(two.name(1))?.end(after: 0)
        let records = observer.seen.records
        #expect(records.map(\.tenant) == [11, 22])
        #expect(records.map(\.isConcurrent) == [false, true])
        #expect(records.map(\.executionNanoseconds) == [.max, 0])
        #expect(records[0].overheadNanoseconds == 0 && records[1].overheadNanoseconds > 0)
        #expect(records.allSatisfy { $0.device == .cpu })
        #expect(one.session.executionNanoseconds == .max && two.session.executionNanoseconds == 0)
    }

    @Test func `everything is counted before who waits is told`() throws {
        let device = TestDevice()
        let observer = TestObserver()
        let session = TestSession(.test(device, observer), id: 1)
        try session.launch(.held)
        let (count, used) = (Signal(), Signal())
        #expect(
            !session.session.whenIdle {
                if observer.seen.records.count == 1 { count.fire() }
                if observer.seen.permits.last == 0 { used.fire() }
            })
        device.running(session.name(1))?.end()
        #expect(count.count == 1 && used.count == 1)
    }

    @Test func `a launch too near to the deadline, or with dimensions out of bounds, is refused`() throws {
        let device = TestDevice()
        let service = ComputeService.test(device)
        let late = TestSession(service, id: 1, deadline: MonotonicClock.now() + 49_000_000)
        let failure = #expect(throws: ComputeError.self) { try late.launch(.immediate) }
        #expect(failure?.code == .launchFailed)
        #expect(failure?.message.hasSuffix("a launch needs at least 50 ms") == true)
        #expect(
            throws: ComputeError(.invalidDimensions, "the grid's y is 0; allowed are 1 to 2147483647")
        ) {
            try TestSession(service, id: 2).session.launch(
                kernel: TestKernel(.immediate), grid: Dimensions(1, 0), block: Dimensions(1), sharedBytes: 0,
                arguments: [], memory: nil, whenAccepted: {})
        }
        #expect(device.started == [] && !late.session.hasLaunched)
    }

    @Test func `a launch whose deadline comes while it waits for a permit never reaches the device`() throws {
        let device = TestDevice(permits: 1)
        let observer = TestObserver()
        let service = ComputeService.test(device, observer) {
            $0.permits = 1
            $0.deadlineMargin = 0
        }
        let first = TestSession(service, id: 1)
        try first.launch(.held)
        let deadline = MonotonicClock.now() + 1_000_000
        let second = TestSession(service, id: 2, deadline: deadline)
        try second.launch(.immediate)
        while MonotonicClock.now() < deadline {}
        device.running(first.name(1))?.end()
        second.sync()
        #expect(
            second.session.takeFailure()
                == ComputeError(.launchFailed, "the call's deadline came before the kernel could start"))
        #expect(device.started == [first.name(1)] && observer.seen.records.count == 1)
        #expect(observer.seen.permits.last == 0)
    }
}
