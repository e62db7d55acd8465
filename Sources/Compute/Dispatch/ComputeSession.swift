/// What one instance has at the device: its kernels, its buffers, its launches in order.
///
/// Methods are called by the instance's host functions, one at a time; only ``end(_:then:)`` may come beside them, from
/// any thread. Completions are called once each, on any thread, also before the method returns; they must return at
/// once.
///
/// A session that goes away without ``end(_:then:)`` ends itself; but then nobody learns when the device has let go of
/// the instance's memory, so who gave a memory to ``launch(kernel:grid:block:sharedBytes:arguments:memory:whenAccepted:)``
/// ends the session and waits.
public final class ComputeSession: Sendable {
    let service: ComputeService
    let state: SessionState
    /// When the invocation ends, on the monotonic clock, in nanoseconds.
    public let deadline: UInt64

    init(service: ComputeService, state: SessionState, deadline: UInt64) {
        self.service = service
        self.state = state
        self.deadline = deadline
    }

    deinit { _ = end(.cancelled) {} }

    /// Attributes of the device; `nil` when devices are switched off.
    public var attributes: DeviceAttributes? { service.attributes }

    /// Whether a kernel was launched: the invocation then counts as one of kind `gpu`.
    public var hasLaunched: Bool { state.hasLaunched }

    /// The time that the instance's kernels ran, those that have ended, in nanoseconds.
    public var executionNanoseconds: UInt64 { state.executionNanoseconds }

    /// Ends everything: stops what runs, drops what waits, then frees the buffers. Later calls are refused.
    ///
    /// Whoever waits for the launches is called: those who wait for a place in the queue and for loads now, the others
    /// together with the completion.
    /// - Returns: whether nothing touches the instance's memory any more already; otherwise the completion says so.
    public func end(_ reason: LaunchStopReason, then completion: @escaping @Sendable () -> Void) -> Bool {
        let loads = state.refuseCalls()
        for (id, load) in loads where service.cache?.withdraw(id, of: load.key) == true {
            finishLoad(id, .failure(.instanceEnded))
        }
        return service.queue?.end(state, reason, completion) ?? true
    }
}
