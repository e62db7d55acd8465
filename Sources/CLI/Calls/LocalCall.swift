import Dispatch
import Runtime
import WasmEngine

/// One export of a local module with its arguments; may be called any number of times.
struct LocalCall: Sendable {
    let template: InstanceTemplate
    let export: ExportedFunction
    let arguments: [Value]

    /// When a call that starts now must end, on the engine's clock.
    static func deadline(milliseconds: UInt64?) -> UInt64 {
        milliseconds.map { EpochTicker.now() &+ $0 &* 1_000_000 } ?? .max
    }

    /// Runs the guest on a thread of its own, which it may block on standard input.
    func run(_ streams: GuestStreams, deadline: UInt64) async -> Result<[Value], GuestFailure> {
        let invocation = invocation(streams, deadline: deadline)
        let scheduler = GuestScheduler(threads: 1)
        defer { scheduler.stop() }
        return await withCheckedContinuation { continuation in
            let answer = FirstAnswer(continuation)
            if deadline != .max {
                // A guest that waits for standard input never comes to the tick that would stop it.
                invocation.ticker.schedule(at: deadline &+ ClientLimits.blockedGuestNanoseconds) {
                    answer.give(.failure(.deadlineExceeded))
                }
            }
            scheduler.enqueue(
                GuestScheduler.Job(invocation: invocation) {
                    answer.give(invocation.outcome ?? .failure(.cancelled))
                })
        }
    }

    /// Runs the guest on the calling thread, for measurements: nothing but the call itself takes time.
    func runHere(deadline: UInt64) -> Result<[Value], GuestFailure> {
        let invocation = invocation(GuestStreams(arguments: [export.name]), deadline: deadline)
        while true {
            switch invocation.poll() {
            case .finished: return invocation.outcome ?? .failure(.cancelled)
            case .preempted: continue
            case .waiting:
                let woken = DispatchSemaphore(value: 0)
                invocation.ticker.schedule(at: deadline) { [weak invocation] in invocation?.wake() }
                invocation.park { woken.signal() }
                woken.wait()
            }
        }
    }

    private func invocation(_ streams: GuestStreams, deadline: UInt64) -> Invocation {
        Invocation(template: template, function: export, arguments: arguments, deadline: deadline, streams: streams)
    }
}
