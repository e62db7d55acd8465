import Testing

@testable import Compute

@Suite struct ComputeServiceTests {
    @Test func `without a device every call says so`() throws {
        let service = ComputeService.test(nil)
        let session = TestSession(service, id: 1)
        #expect(service.attributes == nil && session.session.attributes == nil)
        #expect(session.load("text") == .failure(.noDevice))
        #expect(throws: ComputeError.noDevice) { try session.session.allocate(byteCount: 1) }
        #expect(throws: ComputeError.noDevice) { try session.session.free(1) }
        #expect(throws: ComputeError.noDevice) { try session.launch(.immediate) }
        #expect(session.session.buffer(1) == nil && session.session.kernel(0) == nil)
        #expect(session.session.whenIdle {} && session.session.takeFailure() == nil)
        #expect(ComputeError.noDevice.code == .notAvailable)
        #expect(session.session.end(.cancelled) {})
        service.shutDown()
    }

    @Test func `shutting down stops what runs, fails what waits and refuses what comes`() throws {
        let gate = Signal()
        let (device, observer) = (TestDevice(permits: 1, loadGate: gate), TestObserver())
        let service = ComputeService.test(device, observer) { $0.permits = 1 }
        let sessions = (1...3).map { TestSession(service, id: $0, tenant: $0) }
        for session in sessions { for _ in 0..<2 { try session.launch(.held) } }
        let loads = Signal()
        for text in ["running", "waiting"] {
            #expect(sessions[0].session.load(ptx: Array(text.utf8), entry: "main") { _ in loads.fire() } == nil)
        }
        device.loadBegan.wait()
        service.shutDown()
        for session in sessions { session.sync() }
        #expect(device.started == [sessions[0].name(1)])
        #expect(sessions[0].session.takeFailure() == ComputeError(.launchFailed, "shut down"))
        for session in sessions[1...] {
            #expect(session.session.takeFailure() == ComputeError(.launchFailed, "the device has been shut down"))
        }
        #expect(throws: ComputeError.shutDown) { try sessions[0].launch(.immediate) }
        #expect(sessions[1].load("text") == .failure(.shutDown))
        gate.fire()
        for _ in 0..<2 { loads.wait() }
        #expect(device.loads == ["running"] && observer.seen.permits.last == 0)
        for session in sessions { #expect(session.session.end(.cancelled) {}) }
    }
}
