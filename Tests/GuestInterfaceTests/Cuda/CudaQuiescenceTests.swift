import Compute
import Dispatch
import Testing
import WasmEngine

@testable import GuestInterface

/// A guest ends while its kernel is still at the device: with one slot in the engine, another guest runs when, and only
/// when, the first instance is gone.
@Suite struct CudaQuiescenceTests {
    private static func guest(_ end: String) -> CudaGuest {
        .withKernel(
            "mark u64", entry: "k", arguments: Record.window(UInt32(CudaGuest.window), 4),
            "(drop \(CudaGuest.launch(argumentBytes: 9))) \(end)")
    }

    private static let free = CudaGuest(results: "i32", body: "(i32.const 1)")

    private func hasFreeSlot(_ harness: CudaHarness) throws -> Bool {
        if case .success? = try harness.run(Self.free).result { true } else { false }
    }

    @Test(
        arguments: [
            ("(i32.const 3)", GuestFailure?.none, 20_000, LaunchStopReason.cancelled),
            ("(call $sync)", .deadlineExceeded, 1_000, .deadline),
            ("(loop $l (br $l)) (i32.const 0)", .deadlineExceeded, 1_000, .deadline),
        ] as [(String, GuestFailure?, UInt64, LaunchStopReason)])
    func `an instance stays until its kernel has left`(
        _ end: String, _ failure: GuestFailure?, _ milliseconds: UInt64, _ reason: LaunchStopReason
    ) throws {
        let device = GatedDevice(isOpen: false)
        let harness = try CudaHarness(device, instances: 1)
        let call = try harness.invocation(harness.template(Self.guest(end)), milliseconds: milliseconds)
        // Until the guest has ended, and its kernel was told to stop.
        while device.stops.isEmpty { _ = call.poll() }
        #expect(call.poll() == .waiting)
        #expect(device.stops == [reason])
        #expect(call.outcome == nil)
        #expect(try !hasFreeSlot(harness))

        device.open()
        finish(call)
        #expect(call.outcome == (failure.map { .failure($0) } ?? .success([.i32(3)])))
        #expect(try hasFreeSlot(harness))
    }

    @Test func `a guest that traps waits for its kernel`() throws {
        let device = GatedDevice(isOpen: false)
        let harness = try CudaHarness(device, instances: 1)
        let call = try harness.invocation(harness.template(Self.guest("unreachable")))
        while device.stops.isEmpty { _ = call.poll() }
        #expect(call.poll() == .waiting)
        #expect(try !hasFreeSlot(harness))
        device.open()
        finish(call)
        guard case .failure(.trap(let trap))? = call.outcome else {
            Issue.record("no trap")
            return
        }
        #expect(trap.kind == .unreachable)
        #expect(try hasFreeSlot(harness))
    }

    @Test func `a cancelled guest waits for its kernel`() throws {
        let device = GatedDevice(isOpen: false)
        let harness = try CudaHarness(device, instances: 1)
        let call = try harness.invocation(harness.template(Self.guest("(call $sync)")))
        while device.started == 0 { _ = call.poll() }
        call.cancel()
        #expect(call.poll() == .waiting)
        #expect(device.stops == [.cancelled])
        #expect(try !hasFreeSlot(harness))
        device.open()
        finish(call)
        #expect(call.outcome == .failure(.cancelled))
        #expect(try hasFreeSlot(harness))
    }

    @Test func `a guest that is dropped leaves its instance to its kernel`() throws {
        let device = GatedDevice(isOpen: false)
        let harness = try CudaHarness(device, instances: 1)
        var call: Invocation? = try harness.invocation(harness.template(Self.guest("(call $sync)")))
        while device.started == 0 { _ = call?.poll() }
        call = nil
        #expect(device.stops == [.cancelled])
        #expect(try !hasFreeSlot(harness))
        device.open()
        while try !hasFreeSlot(harness) {}
    }

    @Test func `launches that wait behind a stopped one never reach the device`() throws {
        let device = GatedDevice(isOpen: false)
        let harness = try CudaHarness(device, instances: 1)
        let launch = CudaGuest.launch(argumentBytes: 9)
        let call = try harness.invocation(
            harness.template(Self.guest("(drop \(launch)) (drop \(launch)) (i32.const 0)")))
        while device.stops.isEmpty { _ = call.poll() }
        device.open()
        finish(call)
        #expect(device.started == 1)
    }
}
