extension ComputeSession {
    /// Checks a launch (see ``LaunchChecks``, and the distance of the deadline) and puts it behind the earlier ones.
    ///
    /// A launch that fails does not keep later ones from running; see ``takeFailure()``.
    /// - Parameter whenAccepted: called later when too many launches are outstanding and this one has to wait for a
    ///   place, also when the session ends meanwhile; never called when this returns `true`.
    /// - Returns: whether the launch is accepted already.
    /// - Throws: what ``LaunchChecks`` throws; `launchFailed` when the deadline is too near; `invalidHandle` for a buffer
    ///   that is not one of this session.
    public func launch(
        kernel: any Kernel, grid: Dimensions, block: Dimensions, sharedBytes: Int, arguments: [Launch.Argument],
        memory: GuestMemoryRegion?, whenAccepted: @escaping @Sendable () -> Void
    ) throws(ComputeError) -> Bool {
        guard let device = service.device, let queue = service.queue else { throw .noDevice }
        let launch = Launch(
            kernel: kernel, grid: grid, block: block, sharedBytes: sharedBytes, arguments: arguments, memory: memory,
            tenant: state.tenant, deadline: deadline, output: state.printer)
        try LaunchChecks.check(launch, on: device.attributes)
        try DeadlineMargin.check(deadline, at: MonotonicClock.now(), margin: service.limits.deadlineMargin)
        let handles = try state.useBuffers(of: arguments)
        let queued = QueuedLaunch(launch, session: state, handles: handles, whenAccepted: whenAccepted)
        switch queue.enqueue(queued) {
        case .accepted:
            state.noteLaunch()
            return true
        case .waiting:
            state.noteLaunch()
            return false
        case .refused:
            queued.drop()
            state.releaseBuffers(handles)
            throw queue.isShutDown ? .shutDown : .instanceEnded
        }
    }

    /// Waits for all launches so far.
    /// - Returns: whether there are none; otherwise the completion comes when the last has ended.
    public func whenIdle(_ completion: @escaping @Sendable () -> Void) -> Bool {
        service.queue?.whenIdle(state, completion) ?? true
    }

    /// The first failure of a launch since this was last asked.
    public func takeFailure() -> ComputeError? { state.takeFailure() }
}
