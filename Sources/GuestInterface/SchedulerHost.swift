import WasmEngine

/// `wasi:scheduler/host`: a guest's courtesy towards others, and its view of its own deadline.
///
/// Guests are preempted anyway; yielding lets a long computation choose a good moment.
enum SchedulerHost {
    private static let module = "wasi:scheduler/host@0.1.0"
    private static let nanosecondsPerMillisecond: UInt64 = 1_000_000
    /// The deadline counts as near when less than this is left.
    private static let nearMilliseconds: UInt64 = 10

    static func define(in linker: Linker) throws(EngineError) {
        try linker.defineSuspending(Import(module: module, name: "yield"), FunctionType([], [.i32])) { call in
            let invocation = call.invocation
            return .suspend(.yielding(invocation, returning: .i32(advice(for: invocation).rawValue)))
        }
        try linker.define(
            Import(module: module, name: "deadline-remaining-ms"), FunctionType([], [.i32])
        ) { call in
            call.returns(i32: Int32(bitPattern: remainingMilliseconds(call.invocation)))
        }
    }

    private enum Advice: Int32 {
        case goOn = 0
        case deadlineNear = 1
        case stop = 2
    }

    private static func advice(for invocation: Invocation) -> Advice {
        if invocation.isStopping { return .stop }
        return remainingMilliseconds(invocation) < nearMilliseconds ? .deadlineNear : .goOn
    }

    /// Whole milliseconds until the deadline; `UInt32.max` for a call without one.
    private static func remainingMilliseconds(_ invocation: Invocation) -> UInt32 {
        guard invocation.deadline != .max else { return .max }
        let now = EpochTicker.now()
        let left = invocation.deadline > now ? invocation.deadline - now : 0
        return UInt32(clamping: left / nanosecondsPerMillisecond)
    }
}
