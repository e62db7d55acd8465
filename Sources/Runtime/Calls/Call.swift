import Synchronization
import Telemetry
import WasmEngine

/// A call on its way: loading, waiting for a slot, running. Ends exactly once.
public final class Call: Sendable {
    let request: CallRequest
    let id: UInt64
    /// When the call must have ended, on the monotonic clock.
    let deadline: UInt64
    private let completion: @Sendable (CallAnswer) -> Void
    private let state = Mutex(State.loading)
    private let isCancelRequested = Atomic<Bool>(false)

    private enum State {
        case loading
        /// The slot will be given to this call, which then runs the prepared instance.
        case waiting(PreparedCall)
        case running(Invocation)
        case ended
    }

    init(
        id: UInt64, request: CallRequest, deadline: UInt64, completion: @escaping @Sendable (CallAnswer) -> Void
    ) {
        self.id = id
        self.request = request
        self.deadline = deadline
        self.completion = completion
    }

    /// Whether the call has ended or was cancelled before it ran.
    var isEnded: Bool {
        state.withLock { if case .ended = $0 { true } else { false } }
    }

    /// - Returns: whether the call still wanted to wait.
    func setWaiting(_ prepared: PreparedCall) -> Bool {
        change { $0 = .waiting(prepared) }
    }

    /// - Returns: whether the call still wanted to run.
    func setRunning(_ invocation: Invocation) -> Bool {
        let isWanted = change { $0 = .running(invocation) }
        // A cancellation sets its mark before it looks for a guest, so that one of the two sees the other.
        if isCancelRequested.load(ordering: .sequentiallyConsistent) { invocation.cancel() }
        return isWanted
    }

    /// What the call prepared before it had to wait; `nil` when it does not wait.
    var waitingCall: PreparedCall? {
        state.withLock { if case .waiting(let prepared) = $0 { prepared } else { nil } }
    }

    /// Hands the answer to the caller, unless the call has ended already.
    func end(_ answer: CallAnswer) {
        let isFirst = change { $0 = .ended }
        if isFirst { completion(answer) }
    }

    /// Stops a running guest at its next tick.
    /// - Returns: whether a guest was running; another call must be ended by whoever holds it.
    func stopGuest() -> Bool {
        isCancelRequested.store(true, ordering: .sequentiallyConsistent)
        let invocation = state.withLock { state -> Invocation? in
            if case .running(let invocation) = state { invocation } else { nil }
        }
        invocation?.cancel()
        return invocation != nil
    }

    private func change(_ body: (inout sending State) -> Void) -> Bool {
        state.withLock { state in
            if case .ended = state { return false }
            body(&state)
            return true
        }
    }
}

/// A call is itself and no other.
extension Call: Hashable {
    /// Whether both are the same call.
    public static func == (left: Call, right: Call) -> Bool { left === right }

    /// Hashes the call's identity.
    public func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}

/// Everything a call needs to run once it has a slot.
struct PreparedCall: Sendable {
    let function: LoadedFunction
    let export: ExportedFunction
    let arguments: [Value]
}
