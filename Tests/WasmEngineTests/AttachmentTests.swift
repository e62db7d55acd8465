import Dispatch
import Synchronization
import Testing

@testable import WasmEngine

/// Stands for a device that is busy with an instance's memory until the test says otherwise.
private final class BusyDevice: InvocationAttachment {
    private struct State {
        var isBusy = true
        var reason: InvocationEnd?
        var calls = 0
        var quiet: (@Sendable () -> Void)?
    }

    private let state = Mutex(State())

    var reason: InvocationEnd? { state.withLock(\.reason) }
    var calls: Int { state.withLock(\.calls) }

    func end(_ reason: InvocationEnd, then quiet: @escaping @Sendable () -> Void) -> Bool {
        state.withLock { state in
            state.reason = reason
            state.calls += 1
            if state.isBusy { state.quiet = quiet }
            return !state.isBusy
        }
    }

    func becomeQuiet() {
        let quiet = state.withLock { state in
            state.isBusy = false
            defer { state.quiet = nil }
            return state.quiet
        }
        quiet?()
    }
}

/// One slot only: a second instance can be made when, and only when, the first is gone.
@Suite struct AttachmentTests {
    private static let guest = """
        (module (import "host" "wait" (func $wait (result i32))) (memory (export "memory") 1)
          (func (export "return") (result i32) (i32.const 7))
          (func (export "trap") unreachable)
          (func (export "spin") (loop $l (br $l)))
          (func (export "wait") (drop (call $wait))))
        """

    private func makeTemplate() throws -> InstanceTemplate {
        let engine = try makeEngine(instances: 1)
        let linker = Linker(engine: engine)
        try linker.defineSuspending(Import(module: "host", name: "wait"), FunctionType([], [.i32])) { call in
            .suspend(.until(resumed: call.invocation))
        }
        return try template(Self.guest, engine: engine, linker: linker)
    }

    private func attached(
        _ template: InstanceTemplate, _ name: String, _ device: BusyDevice, milliseconds: UInt64 = 20_000
    ) throws -> Invocation {
        Invocation(
            template: template, function: try #require(template.module.export(named: name)), arguments: [],
            deadline: EpochTicker.now() + milliseconds * 1_000_000, attachment: device)
    }

    private func hasFreeSlot(_ template: InstanceTemplate) throws -> Bool {
        if case .success = try run(invocation(template, "return")) { true } else { false }
    }

    /// Polls past preemptions.
    private func settle(_ call: Invocation) -> Invocation.Progress {
        while true {
            let progress = call.poll()
            if progress != .preempted { return progress }
        }
    }

    @Test(arguments: [("return", "guestEnded"), ("trap", "guestEnded"), ("spin", "deadlineExceeded")])
    func `an instance outlives its guest until the device has left its memory`(
        _ name: String, _ reason: String
    ) throws {
        let template = try makeTemplate()
        let device = BusyDevice()
        let call = try attached(template, name, device, milliseconds: name == "spin" ? 5 : 20_000)
        #expect(settle(call) == .waiting)
        #expect("\(try #require(device.reason))" == reason)
        #expect(call.outcome == nil)
        #expect(try !hasFreeSlot(template))
        // Another look changes nothing.
        #expect(call.poll() == .waiting)

        let woken = DispatchSemaphore(value: 0)
        call.park { woken.signal() }
        DispatchQueue.global().async { device.becomeQuiet() }
        woken.wait()
        #expect(call.poll() == .finished)
        #expect(call.outcome != nil)
        #expect(device.calls == 1)
        #expect(try hasFreeSlot(template))
    }

    @Test func `a suspended guest at its deadline waits for the device, then ends with that reason`() throws {
        let template = try makeTemplate()
        let device = BusyDevice()
        let call = try attached(template, "wait", device, milliseconds: 300)
        #expect(settle(call) == .waiting)
        #expect(device.reason == nil)
        let deadline = DispatchSemaphore(value: 0)
        call.park { deadline.signal() }
        call.ticker.schedule(at: call.deadline) { call.wake() }
        deadline.wait()
        #expect(call.poll() == .waiting)
        #expect(device.reason == .deadlineExceeded)
        #expect(try !hasFreeSlot(template))
        device.becomeQuiet()
        #expect(run(call) == .failure(.deadlineExceeded))
        #expect(try hasFreeSlot(template))
    }

    @Test func `a cancelled guest waits for the device`() throws {
        let template = try makeTemplate()
        let device = BusyDevice()
        let call = try attached(template, "wait", device)
        #expect(settle(call) == .waiting)
        call.cancel()
        #expect(call.poll() == .waiting)
        #expect(device.reason == .cancelled)
        #expect(try !hasFreeSlot(template))
        device.becomeQuiet()
        #expect(run(call) == .failure(.cancelled))
    }

    @Test func `a device that is quiet already costs no wait`() throws {
        let template = try makeTemplate()
        let device = BusyDevice()
        device.becomeQuiet()
        let call = try attached(template, "return", device)
        #expect(settle(call) == .finished)
        #expect(call.outcome == .success([.i32(7)]))
        #expect(device.calls == 1)
    }

    @Test(arguments: ["spin", "wait"])
    func `a call that is dropped unfinished leaves its instance to the device`(_ name: String) throws {
        let template = try makeTemplate()
        let device = BusyDevice()
        var call: Invocation? = try attached(template, name, device)
        _ = call?.poll()
        call = nil
        #expect(device.reason == .cancelled)
        #expect(try !hasFreeSlot(template))
        device.becomeQuiet()
        #expect(try hasFreeSlot(template))
    }

    @Test func `a call that never began ends its attachment too`() throws {
        let template = try makeTemplate()
        let device = BusyDevice()
        _ = try attached(template, "return", device)
        #expect(device.calls == 1)
        device.becomeQuiet()
    }
}
