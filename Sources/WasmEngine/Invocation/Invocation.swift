import CWasmtime
import Synchronization

/// One call of one exported function in a fresh instance.
///
/// The owner calls ``poll()`` until it answers ``Progress/finished``; each poll runs the guest for one time slice at
/// most. Polls may come from different threads, one at a time. The instance is gone when the call is finished.
public final class Invocation: @unchecked Sendable {
    // Unchecked: everything but the constants, the atomics and the wake cell is touched only inside `poll`, `begin` and host calls,
    // which never overlap: the owner polls from one thread at a time, and host calls run inside a poll.

    /// What a poll achieved.
    public enum Progress: Sendable {
        /// ``outcome`` is there.
        case finished
        /// The time slice is over; poll again when others had their turn.
        case preempted
        /// The guest waits for the host, or its instance for a device that still uses its memory; call ``park(_:)`` and poll again when it calls back.
        case waiting
    }

    /// What the instance is made from.
    public let template: InstanceTemplate
    /// When the call must end, on the clock of ``EpochTicker/now()``, in nanoseconds.
    public let deadline: UInt64
    /// What the guest reads, and where its output goes.
    public let streams: GuestStreams
    /// What works on the instance's memory from outside.
    public let attachment: (any InvocationAttachment)?
    /// The result, once finished.
    public var outcome: Result<[Value], GuestFailure>? { phase == .finished ? result : nil }
    /// How long making the instance took, in nanoseconds; a start function counts.
    public private(set) var spawnNanoseconds: UInt64 = 0
    /// How long the exported function took from its start to its end, in nanoseconds, waits included.
    public private(set) var guestNanoseconds: UInt64 = 0

    private let function: ExportedFunction
    private var operands: OperandBlock
    private var store: OpaquePointer?
    private var future: OpaquePointer?
    private var phase = Phase.created
    private var phaseStart: UInt64 = 0
    private var stopReason: GuestFailure?
    private let isCancelled = Atomic<Bool>(false)
    /// Whether nothing works on the instance's memory any more; looked at when the guest has ended.
    private let isQuiet = Atomic<Bool>(false)
    private var result: Result<[Value], GuestFailure>?
    let wakeCell = WakeCell()
    /// Set by a suspended host function when the engine asks it during a poll and it has not been resumed.
    var isWaitingForHost = false

    private enum Phase {
        case created, instantiating, calling
        /// The guest has ended, its instance lives until it is quiet.
        case ending
        case finished

        var isRunning: Bool { self == .instantiating || self == .calling }
    }

    /// - Parameters:
    ///   - function: an export of the template's module.
    ///   - arguments: exactly the function's parameters, in type and number.
    ///   - deadline: see ``deadline``.
    ///   - attachment: of this invocation alone; `nil` when nothing else touches the instance's memory.
    public init(
        template: InstanceTemplate, function: ExportedFunction, arguments: [Value], deadline: UInt64,
        streams: GuestStreams = GuestStreams(), attachment: (any InvocationAttachment)? = nil
    ) {
        precondition(
            arguments.count == function.type.parameters.count
                && zip(arguments, function.type.parameters).allSatisfy { $0.type == $1 },
            "arguments must match the function's parameters")
        self.template = template
        self.function = function
        self.deadline = deadline
        self.streams = streams
        self.attachment = attachment
        operands = OperandBlock(arguments: arguments, resultCount: function.type.results.count)
    }

    deinit { if phase != .finished { abandon() } }

    /// Gives up an invocation that nobody polls any more.
    ///
    /// It does not wait for a device that still uses the instance's memory, which could be for the very thread that
    /// would say so: what is left then goes when the device is quiet.
    private func abandon() {
        guard let attachment, phase != .ending else { return drop() }
        var operands = OperandBlock(arguments: [], resultCount: 0)
        swap(&self.operands, &operands)
        let remains = InstanceRemains(store: store, future: future, operands: operands, template: template)
        if attachment.end(.cancelled, then: { remains.drop() }) { remains.drop() }
    }

    /// Fires timers that concern this call.
    public var ticker: EpochTicker { template.module.engine.ticker }

    /// Whether the call was cancelled or its deadline has passed.
    public var isStopping: Bool { reasonToStop() != nil }

    /// Makes the guest stop at its next tick, with ``GuestFailure/cancelled``. Any thread.
    public func cancel() {
        isCancelled.store(true, ordering: .releasing)
        wake()
    }

    /// Runs the guest until it ends, waits, or has used its time slice.
    public func poll() -> Progress {
        if phase == .created { begin() }
        // A preempted or waiting guest is stopped here, without giving it another slice.
        if phase.isRunning, let reason = reasonToStop() { stop(reason) }
        while phase.isRunning, let current = future {
            isWaitingForHost = false
            guard wasmtime_call_future_poll(current) else { return isWaitingForHost ? .waiting : .preempted }
            wasmtime_call_future_delete(current)
            future = nil
            advance()
        }
        guard phase != .ending || isQuiet.load(ordering: .acquiring) else { return .waiting }
        drop()
        return .finished
    }

    /// Asks to be told once when a waiting invocation can go on, which may be before this returns.
    public func park(_ resume: @escaping @Sendable () -> Void) { wakeCell.wait(resume) }

    /// Ends a wait, for example when the deadline has come. Any thread; harmless when nothing waits.
    public func wake() { wakeCell.fire() }

    private func reasonToStop() -> GuestFailure? {
        if isCancelled.load(ordering: .acquiring) { return .cancelled }
        return EpochTicker.now() >= deadline ? .deadlineExceeded : nil
    }

    private func begin() {
        let engine = template.module.engine
        ticker.guestStarted()
        phaseStart = EpochTicker.now()
        phase = .instantiating
        // Sound: the store's data and the epoch callback's environment are this object, which deletes the store
        // before it goes away itself.
        let this = Unmanaged.passUnretained(self).toOpaque()
        let store = wasmtime_store_new(engine.raw, this, nil)
        self.store = store
        let context = wasmtime_store_context(store)
        wasmtime_store_epoch_deadline_callback(store, Self.onEpoch, this, nil)
        wasmtime_context_set_epoch_deadline(context, Self.firstSliceTicks)
        if template.usesWASI, let failure = WASIContext.install(streams, in: context) { return stop(failure) }
        future = wasmtime_instance_pre_instantiate_async(
            template.raw, context, operands.instance, operands.trap, operands.error)
    }

    private func advance() {
        let now = EpochTicker.now()
        let elapsed = now - phaseStart
        phaseStart = now
        switch phase {
        case .instantiating:
            spawnNanoseconds = elapsed
            if let failure = takeFailure() { finish(.failure(failure)) } else { callFunction() }
        case .calling:
            guestNanoseconds = elapsed
            finish(takeResult())
        case .created, .ending, .finished:
            break
        }
    }

    private func callFunction() {
        guard let store else { return }
        let context = wasmtime_store_context(store)
        var export = wasmtime_extern_t()
        let isFound = wasmtime_instance_export_get(
            context, operands.instance, function.name, function.name.utf8.count, &export)
        guard isFound, export.kind == TW_EXTERN_FUNC else {
            return finish(.failure(.instantiation("the instance lacks an export of its module")))
        }
        operands.function.initialize(to: export.of.func)
        phase = .calling
        future = wasmtime_func_call_async(
            context, operands.function, operands.arguments, function.type.parameters.count, operands.results,
            operands.resultCount, operands.trap, operands.error)
    }

    private func takeFailure() -> GuestFailure? {
        let trap = operands.trap.pointee.map(FailureReader.failure(takingTrap:))
        let error = operands.error.pointee.map {
            FailureReader.failure(takingError: $0, hasInstance: phase == .calling)
        }
        operands.trap.pointee = nil
        operands.error.pointee = nil
        return (trap ?? error).map { stopReason ?? $0 }
    }

    private func takeResult() -> Result<[Value], GuestFailure> {
        if let failure = takeFailure() {
            return failure == .exit(code: 0) ? .success([]) : .failure(failure)
        }
        return .success((0..<operands.resultCount).compactMap { Value(operands.results[$0]) })
    }

    private func stop(_ reason: GuestFailure) {
        if phase == .calling { guestNanoseconds = EpochTicker.now() - phaseStart }
        finish(.failure(reason))
    }

    private func finish(_ result: Result<[Value], GuestFailure>) {
        self.result = result
        phase = .ending
        guard let attachment else { return isQuiet.store(true, ordering: .relaxed) }
        let isQuietAlready = attachment.end(InvocationEnd(result)) { [self] in
            isQuiet.store(true, ordering: .releasing)
            wake()
        }
        if isQuietAlready { isQuiet.store(true, ordering: .relaxed) }
    }

    /// Unwinds a guest that has not ended and drops its instance.
    private func drop() {
        InstanceRemains.drop(store: store, future: future, ticker: ticker)
        (store, future) = (nil, nil)
        phase = .finished
        // A waiter refers to this invocation, as a rule; kept here, the two would keep each other for ever.
        wakeCell.clear()
    }

    /// Called when a guest has used its slice: it ends, or gives up the thread and gets another slice later.
    private static let onEpoch: tw_epoch_callback_t = { _, environment, delta, kind in
        Unmanaged<Invocation>.fromOpaque(environment!)._withUnsafeGuaranteedRef { invocation in
            if let reason = invocation.reasonToStop() {
                invocation.stopReason = reason
                return wasmtime_error_new("stopped")
            }
            delta.pointee = invocation.template.module.engine.configuration.timeSliceTicks
            kind.pointee = yieldKind
            return nil
        }
    }

    /// The first slice lasts from one to two ticks. With a single one, a guest that starts just before a tick would be
    /// preempted at once, and a thousand short calls a second would change threads for nothing.
    private static let firstSliceTicks: UInt64 = 2

    /// `WASMTIME_UPDATE_DEADLINE_YIELD` of the C interface.
    private static let yieldKind: UInt8 = 1

    /// The call that runs the guest behind `caller`.
    static func current(of caller: OpaquePointer) -> Invocation {
        // Sound: every store this room makes carries its invocation as data (`begin`), which outlives the store.
        guard let data = wasmtime_context_get_data(wasmtime_caller_context(caller)) else {
            preconditionFailure("a store without its invocation")
        }
        return Unmanaged<Invocation>.fromOpaque(data).takeUnretainedValue()
    }
}

extension InvocationEnd {
    fileprivate init(_ result: Result<[Value], GuestFailure>) {
        self =
            switch result {
            case .failure(.deadlineExceeded): .deadlineExceeded
            case .failure(.cancelled): .cancelled
            case .success, .failure: .guestEnded
            }
    }
}
