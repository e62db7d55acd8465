import Testing

@testable import Compute

@Suite struct SessionLoadTests {
    private let observer = TestObserver()

    @Test func `a kernel is prepared once for a tenant and found at once after that`() throws {
        let device = TestDevice()
        let service = ComputeService.test(device, observer)
        let first = TestSession(service, id: 1, tenant: 1)
        #expect(try first.load("text").get() == 0)
        let never = Signal()
        let again = TestSession(service, id: 2, tenant: 1).session.load(ptx: Array("text".utf8), entry: "main") { _ in
            never.fire()
        }
        #expect(again == .success(0) && never.count == 0)
        #expect(first.load("text") == .success(1))
        #expect(first.session.kernel(0)?.entry == "main" && first.session.kernel(2) == nil)
        #expect(device.loads == ["text"] && observer.seen.hits == 2 && observer.seen.prepared == 1)
        #expect(try TestSession(service, id: 3, tenant: 2).load("text").get() == 0)
        #expect(try first.load("text", entry: "other").get() == 2)
        #expect(device.loads.count == 3, "tenants and entries have kernels of their own")
    }

    @Test func `who asks for a kernel that is being prepared waits for the same preparation`() throws {
        let gate = Signal()
        let device = TestDevice(loadGate: gate)
        let service = ComputeService.test(device, observer)
        let done = Signal()
        let sessions = (1...5).map { TestSession(service, id: $0) }
        for session in sessions {
            #expect(
                session.session.load(ptx: Array("text".utf8), entry: "main") { if $0 == .success(0) { done.fire() } }
                    == nil)
        }
        gate.fire()
        for _ in sessions { done.wait() }
        #expect(device.loads == ["text"])
        #expect(observer.seen.prepared == 1 && observer.seen.hits == 4)
    }

    @Test func `a failure reaches the guest with the device's words and is tried again`() {
        let device = TestDevice()
        let session = TestSession(.test(device, observer) { $0.kernels = 1 }, id: 1)
        for _ in 0..<2 {
            #expect(session.load("bad") == .failure(ComputeError(.malformedPTX, "line 1, column 1: bad")))
        }
        #expect(device.loads == ["bad", "bad"] && observer.seen.prepared == 0)
        #expect(session.load("good") == .success(0), "a failed load takes no place")
    }

    @Test func `too many preparations that wait are refused`() throws {
        let gate = Signal()
        let device = TestDevice(loadGate: gate)
        let service = ComputeService.test(device, observer) { $0.waitingPreparations = 4 }
        let (session, done) = (TestSession(service, id: 1), Signal())
        func ask(_ text: String) -> Result<Int64, ComputeError>? {
            session.session.load(ptx: Array(text.utf8), entry: "main") { _ in done.fire() }
        }
        #expect(ask("a") == nil)
        device.loadBegan.wait()
        #expect([ask("b"), ask("c")] == [nil, nil])
        #expect(ask("d") == .failure(ComputeError(.quotaExceeded, "too many kernels are being prepared")))
        for _ in 0..<3 { gate.fire() }
        for _ in 0..<3 { done.wait() }
        #expect(device.loads == ["a", "b", "c"])
    }

    @Test func `a load whose session ends is answered once, and what nobody waits for is not prepared`() throws {
        let gate = Signal()
        let device = TestDevice(loadGate: gate)
        let service = ComputeService.test(device, observer)
        let (ended, other, done) = (TestSession(service, id: 1), TestSession(service, id: 2), Signal())
        let failures = Signal()
        for text in ["running", "waiting", "shared"] {
            let answer = ended.session.load(ptx: Array(text.utf8), entry: "main") {
                if $0 == .failure(.instanceEnded) { failures.fire() }
            }
            #expect(answer == nil)
        }
        #expect(other.session.load(ptx: Array("shared".utf8), entry: "main") { _ in done.fire() } == nil)
        device.loadBegan.wait()
        ended.end()
        #expect(failures.count == 3)
        for _ in 0..<2 { gate.fire() }
        done.wait()
        #expect(failures.count == 3 && device.loads == ["running", "shared"])
        #expect(other.load("running") == .success(1), "the preparation was not in vain")
    }
}
