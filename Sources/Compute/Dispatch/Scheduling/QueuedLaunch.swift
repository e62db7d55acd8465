import Synchronization

/// A launch on its way: in its stream's queue, then at the device, then ended.
///
/// The device may complete it while it is being started. Then the starter takes the outcome, not the completion: so a
/// device that runs a thousand short kernels on the starter's own thread does not nest them.
final class QueuedLaunch: Sendable {
    private enum Phase {
        case queued(Launch)
        case starting
        case started(any StartedLaunch)
        case endedWhileStarting(LaunchOutcome)
        case ended
    }

    private struct State {
        var phase: Phase
        var stop: LaunchStopReason?
    }

    let session: SessionState
    let deadline: UInt64
    /// The handles of the buffers that it uses.
    let handles: [Int64]
    /// Called when the launch got its place in the stream later than at once.
    let whenAccepted: @Sendable () -> Void
    private let state: Mutex<State>

    init(
        _ launch: Launch, session: SessionState, handles: [Int64], whenAccepted: @escaping @Sendable () -> Void
    ) {
        self.session = session
        self.handles = handles
        self.whenAccepted = whenAccepted
        deadline = launch.deadline
        state = Mutex(State(phase: .queued(launch)))
    }

    /// Takes the launch out, to be started.
    /// - Throws: why it shall not be started any more.
    func begin() throws(ComputeError) -> Launch {
        let (launch, stop): (Launch?, LaunchStopReason?) = state.withLock { state in
            guard case .queued(let launch) = state.phase else { return (nil, nil) }
            state.phase = state.stop == nil ? .starting : .ended
            return (launch, state.stop)
        }
        guard let launch else { throw ComputeError(.internal, "a launch was started twice") }
        if let stop { throw stop.failure }
        return launch
    }

    /// The device has returned from starting it.
    /// - Returns: the outcome, when it has ended already.
    func started(_ handle: any StartedLaunch) -> LaunchOutcome? {
        let (outcome, stop): (LaunchOutcome?, LaunchStopReason?) = state.withLock { state in
            if case .endedWhileStarting(let outcome) = state.phase {
                state.phase = .ended
                return (outcome, nil)
            }
            state.phase = .started(handle)
            return (nil, state.stop)
        }
        if let stop { handle.stop(stop) }
        return outcome
    }

    /// The device has completed it.
    /// - Returns: whether the caller has to see to what follows; otherwise the starter does.
    func completed(_ outcome: LaunchOutcome) -> Bool {
        // What leaves the phase is let go outside the lock: a handle's end is not ours to foresee.
        let left: Phase? = state.withLock { state in
            let phase = state.phase
            switch phase {
            case .starting:
                state.phase = .endedWhileStarting(outcome)
                return nil
            case .started:
                state.phase = .ended
                return phase
            case .queued, .endedWhileStarting, .ended:
                return nil
            }
        }
        return left != nil
    }

    /// It will never run: lets go of what it would have used.
    func drop() {
        // Buffers go when they are out of the lock.
        let phase = state.withLock { state in
            defer { state.phase = .ended }
            return state.phase
        }
        _ = phase
    }

    /// Makes it stop, or not start.
    func stop(_ reason: LaunchStopReason) {
        let handle: (any StartedLaunch)? = state.withLock { state in
            if state.stop == nil { state.stop = reason }
            guard case .started(let handle) = state.phase else { return nil }
            return handle
        }
        handle?.stop(reason)
    }
}

extension LaunchStopReason {
    /// The failure of a launch that was stopped before the device had it.
    var failure: ComputeError {
        switch self {
        case .deadline: ComputeError(.launchFailed, "the call's deadline came before the kernel could start")
        case .cancelled: ComputeError(.launchFailed, "the call was cancelled before the kernel could start")
        }
    }
}
