import Glibc
import WasmEngine

/// The WASI functions that read clocks and wait for them.
///
/// They replace the engine's own, which would hold a thread for as long as a guest sleeps: here a sleeping guest is
/// suspended. Layouts and numbers are those of WASI preview 1 (`wasi_snapshot_preview1`, witx definition).
enum WASIClocks {
    private static let module = "wasi_snapshot_preview1"

    /// Clocks of WASI preview 1; the processor-time clocks are not offered, as in the engine.
    enum Clock: UInt32 {
        case realtime = 0
        case monotonic = 1

        /// Nanoseconds since 1970, or since this process first asked: a guest need not know the host's uptime.
        func now() -> UInt64 {
            switch self {
            case .realtime: WASIClocks.read(CLOCK_REALTIME)
            case .monotonic: EpochTicker.now() &- WASIClocks.start
            }
        }
    }

    private static let start = EpochTicker.now()

    static func define(in linker: Linker) throws(EngineError) {
        try linker.define(
            Import(module: module, name: "clock_time_get"), FunctionType([.i32, .i64, .i32], [.i32])
        ) { call in
            call.returns(i32: time(of: call.u32(0), to: call.u32(2), call).rawValue)
        }
        try linker.defineSuspending(
            Import(module: module, name: "poll_oneoff"), FunctionType([.i32, .i32, .i32, .i32], [.i32])
        ) { call in
            poll(call)
        }
    }

    private static func time(of clock: UInt32, to pointer: UInt32, _ call: borrowing HostCall) -> WASIErrorNumber {
        guard let clock = Clock(rawValue: clock) else { return .invalid }
        guard let memory = call.memory(), memory.store(clock.now(), to: pointer) else { return .fault }
        return .success
    }

    private static func poll(_ call: borrowing SuspendingHostCall) -> HostAnswer {
        guard let memory = call.memory() else { return .value(.i32(WASIErrorNumber.fault.rawValue)) }
        let subscriptions: [PollSubscription]
        do {
            subscriptions = try PollSubscription.read(count: call.u32(2), at: call.u32(0), from: memory)
        } catch {
            return .value(.i32(error.rawValue))
        }
        // The events are written before the wait: a guest's memory must not be touched after it is suspended.
        let delay = subscriptions.map(\.delay).min() ?? 0
        let ready = subscriptions.filter { $0.delay <= delay }
        for (index, subscription) in ready.enumerated() {
            let event = UInt64(call.u32(1)) + UInt64(index) * UInt64(PollSubscription.eventSize)
            guard event <= UInt64(UInt32.max), subscription.writeEvent(to: UInt32(event), in: memory) else {
                return .value(.i32(WASIErrorNumber.fault.rawValue))
            }
        }
        guard memory.store(UInt32(ready.count), to: call.u32(3)) else {
            return .value(.i32(WASIErrorNumber.fault.rawValue))
        }
        guard delay > 0 else { return .value(.i32(WASIErrorNumber.success.rawValue)) }

        let invocation = call.invocation
        let suspension = Suspension.until(resumed: invocation)
        let now = EpochTicker.now()
        let (wakeTime, isNever) = now.addingReportingOverflow(delay)
        invocation.ticker.schedule(at: isNever ? invocation.deadline : min(wakeTime, invocation.deadline)) {
            suspension.resume { .i32(WASIErrorNumber.success.rawValue) }
        }
        return .suspend(suspension)
    }

    private static func read(_ clock: clockid_t) -> UInt64 {
        var time = timespec()
        clock_gettime(clock, &time)
        return UInt64(time.tv_sec) &* 1_000_000_000 &+ UInt64(time.tv_nsec)
    }
}
