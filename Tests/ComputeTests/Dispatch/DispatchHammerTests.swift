import TestSupport
import Testing
import Threads

@testable import Compute

/// Eight threads do everything at once; afterwards all books are even.
@Suite struct DispatchHammerTests {
    private static let threads = 8
    private static let sessionsOfThread = 25

    @Test(arguments: [1, 3, 256]) func `books are even whatever happens at the same time`(_ permits: Int) throws {
        let (device, observer) = (TestDevice(permits: permits), TestObserver())
        let service = ComputeService.test(device, observer) {
            $0.permits = permits
            $0.outstandingLaunches = 4
            $0.cachedKernels = 3
        }
        let done = Signal()
        let answers = Answers()
        for thread in 0..<Self.threads {
            let isStarted = WorkerThread.start(name: "test") {
                for index in 0..<Self.sessionsOfThread {
                    Self.run(service, UInt64(thread * 1_000 + index + 1), answers)
                }
                done.fire()
            }
            #expect(isStarted)
        }
        for _ in 0..<Self.threads { done.wait() }
        // Sessions that went away without an end may still have a launch that ends on its own thread.
        for tenant in 0..<UInt64(3) { TestSession(service, id: 100_000 + tenant, tenant: tenant).end() }
        answers.all.wait(for: answers.asked.count)
        #expect(device.violations == [] && device.mostRunning <= permits)
        #expect(observer.seen.permits.allSatisfy { (0...permits).contains($0) })
        #expect(answers.failures.count == 0)
        #expect(observer.seen.memory.values.allSatisfy { $0 == 0 })
        // The device's own threads hold a launch for a moment after they have said that it has ended.
        device.buffersGone.wait(for: device.buffersMade.count)
        #expect(observer.seen.permits.last == 0 && device.runningCount == 0)
    }

    /// Completions that were promised, and those that came.
    private struct Answers: Sendable {
        let asked = Signal()
        let all = Signal()
        let failures = Signal()
    }

    private static func run(_ service: ComputeService, _ id: UInt64, _ answers: Answers) {
        var random = SeededGenerator(seed: Int(id))
        let session = TestSession(service, id: id, tenant: id % 3) { _ in }
        let ender = Signal()
        let endsElsewhere = Bool.random(using: &random)
        if endsElsewhere {
            _ = WorkerThread.start(name: "test") {
                session.end()
                ender.fire()
            }
        }
        for _ in 0..<20 { step(session, answers, &random) }
        if endsElsewhere { ender.wait() }
        switch Int.random(in: 0..<3, using: &random) {
        case 0: session.sync()
        default: break
        }
        session.end(Bool.random(using: &random) ? .deadline : .cancelled)
    }

    private static func step(_ session: TestSession, _ answers: Answers, _ random: inout SeededGenerator) {
        switch Int.random(in: 0..<8, using: &random) {
        case 0:
            answers.asked.fire()
            if session.session.whenIdle({ answers.all.fire() }) { answers.all.fire() }
        case 1:
            answers.asked.fire()
            let text = "text \(Int.random(in: 0..<6, using: &random))"
            if session.session.load(ptx: Array(text.utf8), entry: "main", then: { _ in answers.all.fire() }) != nil {
                answers.all.fire()
            }
        case 2:
            _ = try? session.session.allocate(byteCount: .random(in: 1...100, using: &random))
        case 3:
            try? session.session.free(.random(in: 1...3, using: &random))
        default:
            let buffers = (1...2).compactMap { session.session.buffer($0) }
            let behaviour: TestKernel.Behaviour =
                [.immediate, .threaded, .failing("x"), .printing("x")]
                .randomElement(using: &random) ?? .immediate
            launch(behaviour, buffers, session, answers)
        }
    }

    private static func launch(
        _ behaviour: TestKernel.Behaviour, _ buffers: [any DeviceBuffer], _ session: TestSession, _ answers: Answers
    ) {
        answers.asked.fire()
        let isAccepted = try? session.launch(behaviour, buffers: buffers) { answers.all.fire() }
        // Refused and accepted launches have no answer to come.
        if isAccepted != false { answers.all.fire() }
    }
}
