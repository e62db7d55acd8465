import Compute
import Dispatch
import GuestInterface
import WasmEngine

/// One export of a local module with its arguments; may be called any number of times.
struct LocalCall: Sendable {
    let template: InstanceTemplate
    let export: ExportedFunction
    let arguments: [Value]
    /// The device, for a guest that imports kernels.
    let compute: ComputeService?

    /// When a call that starts now must end, on the engine's clock.
    static func deadline(milliseconds: UInt64?) -> UInt64 {
        milliseconds.map { EpochTicker.now() &+ $0 &* 1_000_000 } ?? .max
    }

    /// Runs the guest on a thread of its own, which it may block on standard input.
    func run(_ streams: GuestStreams, deadline: UInt64) async -> Result<[Value], GuestFailure> {
        let invocation = invocation(streams, deadline)
        return await withCheckedContinuation { continuation in
            let answer = FirstAnswer(continuation)
            if deadline != .max {
                // A guest that waits for standard input never comes to the tick that would stop it.
                let patience = deadline &+ ClientLimits.blockedGuestNanoseconds
                invocation.ticker.schedule(at: patience) { answer.give(.failure(.deadlineExceeded)) }
            }
            DispatchQueue.global().async { answer.give(finish(invocation)) }
        }
    }

    /// Runs the guest on the calling thread.
    func runHere(_ streams: GuestStreams, deadline: UInt64) -> Result<[Value], GuestFailure> {
        finish(invocation(streams, deadline))
    }

    private func invocation(_ streams: GuestStreams, _ deadline: UInt64) -> Invocation {
        let kernels = compute.map { CudaSession(service: $0, tenant: 0, deadline: deadline, output: streams.output) }
        return Invocation(
            template: template, function: export, arguments: arguments, deadline: deadline, streams: streams,
            attachment: kernels)
    }

    private func finish(_ invocation: Invocation) -> Result<[Value], GuestFailure> {
        while true {
            switch invocation.poll() {
            case .finished: return invocation.outcome ?? .failure(.cancelled)
            case .preempted: continue
            case .waiting: wait(for: invocation)
            }
        }
    }

    /// Returns when the guest can go on, or must end.
    private func wait(for invocation: Invocation) {
        let woken = DispatchSemaphore(value: 0)
        if invocation.deadline != .max {
            invocation.ticker.schedule(at: invocation.deadline) { [weak invocation] in invocation?.wake() }
        }
        invocation.park { woken.signal() }
        woken.wait()
    }
}
