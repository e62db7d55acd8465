import Synchronization
import Telemetry

/// The waiting room: ``AdmissionQueue`` with the calls that its numbers stand for.
final class Admission: Sendable {
    private struct State {
        var queue: AdmissionQueue
        var calls: [UInt64: Call] = [:]
    }

    private let state: Mutex<State>
    private let depth: Gauge

    init(slots: Int, waitingLimit: Int, depth: Gauge) {
        state = Mutex(State(queue: AdmissionQueue(slots: slots, waitingLimit: waitingLimit)))
        self.depth = depth
    }

    func request(_ call: Call) -> AdmissionQueue.Decision {
        state.withLock { state in
            let decision = state.queue.request(call.id)
            if decision == .waiting {
                state.calls[call.id] = call
                depth.set(Int64(state.queue.waiting))
            }
            return decision
        }
    }

    /// Gives a slot back.
    /// - Returns: the call that takes it over; its holder must run it or release the slot again.
    func release() -> Call? {
        state.withLock { state in
            guard let next = state.queue.release() else { return nil }
            depth.set(Int64(state.queue.waiting))
            return state.calls.removeValue(forKey: next)
        }
    }

    /// - Returns: whether the call waited and does so no longer.
    func withdraw(_ call: Call) -> Bool {
        state.withLock { state in
            guard state.queue.withdraw(call.id) else { return false }
            state.calls.removeValue(forKey: call.id)
            depth.set(Int64(state.queue.waiting))
            return true
        }
    }
}
