import GuestInterface
import Telemetry
import Tenancy
import WasmEngine

extension Runtime {
    /// Calls a function in a fresh instance.
    ///
    /// - Parameter completion: called exactly once, with the result or the reason there is none; on the calling
    ///   thread, before this returns, when the function is loaded and ends within its first time slice.
    /// - Returns: the call, for ``cancel(_:)``.
    @discardableResult
    public func call(_ request: CallRequest, then completion: @escaping @Sendable (CallAnswer) -> Void) -> Call {
        let limit = min(request.timeLimit ?? .max, configuration.deadlineNanoseconds)
        let call = Call(
            id: makeCallID(), request: request, deadline: request.arrival &+ limit, completion: completion)
        if let function = functions.function(request.function) {
            if function.record.tenant == request.tenant {
                metrics.moduleCacheHit(.memory)
                prepare(call, function)
            } else {
                call.end(.refused(.notFound))
            }
        } else {
            Task { await load(call) }
        }
        return call
    }

    /// The same, for callers that can wait; cancelling the task cancels the call.
    public func call(_ request: CallRequest) async -> CallAnswer {
        let started = StartedCall()
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                started.set(call(request) { continuation.resume(returning: $0) }, in: self)
            }
        } onCancel: {
            started.cancel(in: self)
        }
    }

    /// Ends a call whose caller has gone: a guest at its next tick, a waiting call at once.
    public func cancel(_ call: Call) {
        if call.stopGuest() { return }
        let prepared = call.waitingCall
        if withdraw(call) || prepared == nil {
            refuse(call, prepared?.function, .cancelled)
        }
    }

    private func load(_ call: Call) async {
        do throws(RuntimeError) {
            prepare(call, try await load(call.request.function, tenant: call.request.tenant))
        } catch {
            call.end(.refused(error))
        }
    }

    /// Chooses the export and converts the arguments; what can be refused without an instance is refused here.
    private func prepare(_ call: Call, _ function: LoadedFunction) {
        let prepared: PreparedCall
        do throws(RuntimeError) {
            let export = try ExportSelection.select(call.request.export, of: function.template.module)
            let arguments = try ArgumentConversion.convert(call.request.arguments, to: export.type.parameters)
            prepared = PreparedCall(function: function, export: export, arguments: arguments)
        } catch {
            return refuse(call, function, error)
        }
        admit(call, prepared)
    }

    private func admit(_ call: Call, _ prepared: PreparedCall) {
        // The state comes first: the slot may be handed over by another thread at any moment after the request.
        guard call.setWaiting(prepared) else { return }
        let function = prepared.function
        switch admission.request(
            call, tenant: call.request.tenant, memoryBytes: function.memoryBytes, deadline: call.deadline)
        {
        case .admitted:
            run(call, prepared)
        case .waiting(let pushedOut):
            if let pushedOut {
                refuse(
                    pushedOut, pushedOut.waitingCall?.function,
                    .tenantCapacityExhausted("the tenant has too many waiting calls"))
            }
            engine.ticker.schedule(at: call.deadline) { [weak self, weak call] in
                guard let self, let call, withdraw(call) else { return }
                refuse(call, function, Self.waitedTooLong)
            }
        case .refused(let refusal):
            refuse(call, function, RuntimeError(refusal))
        }
    }

    private func run(_ call: Call, _ prepared: PreparedCall) {
        guard let job = makeJob(call, prepared) else { return passSlotOn(from: call) }
        scheduler.run(job)
    }

    /// Gives the slot of a finished call to those that still want it.
    ///
    /// They start on the scheduler's threads: starting them here would nest call in call, as deep as the queue.
    private func passSlotOn(from call: Call) { begin(admission.release(call, now: EpochTicker.now())) }

    /// Stops a call's waiting.
    /// - Returns: whether it waited.
    private func withdraw(_ call: Call) -> Bool {
        guard let turns = admission.withdraw(call, now: EpochTicker.now()) else { return false }
        begin(turns)
        return true
    }

    private func begin(_ turns: [AdmissionQueue<Call>.Turn]) {
        var turns = turns
        while !turns.isEmpty {
            let turn = turns.removeFirst()
            let call = turn.call
            if turn.isExpired {
                refuse(call, call.waitingCall?.function, Self.waitedTooLong)
            } else if let prepared = call.waitingCall, let job = makeJob(call, prepared) {
                scheduler.enqueue(job)
            } else {
                turns += admission.release(call, now: EpochTicker.now())
            }
        }
    }

    private static let waitedTooLong = RuntimeError.capacityExhausted("no instance became free before the deadline")

    /// - Returns: `nil` when the call has ended while it waited.
    private func makeJob(_ call: Call, _ prepared: PreparedCall) -> GuestJob? {
        let template = prepared.function.template
        // A guest without WASI and kernels writes nothing; most calls are of that kind, and short.
        let writes = template.usesWASI || prepared.function.usesKernels
        let output = writes ? OutputCapture(limit: configuration.outputBytes) : nil
        let errors = template.usesWASI ? OutputCapture(limit: configuration.outputBytes) : nil
        let kernels = makeKernelSession(call, prepared.function, output)
        let invocation = Invocation(
            template: template, function: prepared.export, arguments: prepared.arguments, deadline: call.deadline,
            streams: GuestStreams(
                arguments: template.usesWASI ? [prepared.function.record.name] : [],
                input: .bytes(call.request.input), output: output, errors: errors, chunks: call.request.chunks),
            attachment: kernels)
        guard call.setRunning(invocation) else { return nil }
        call.request.chunks?.begin()
        let start = EpochTicker.now()
        let metrics = prepared.function.metrics
        let memory = Int64(prepared.function.memoryBytes)
        metrics.instanceSpawned()
        metrics.cpuMemoryChanged(by: memory)
        return GuestJob(
            invocation: invocation, function: call.request.function, tenant: call.request.tenant,
            weight: prepared.function.weight
        ) { [self] in
            metrics.instanceTerminated()
            let answer = CallAnswer(
                result: (invocation.outcome ?? .failure(.cancelled)).mapError(RuntimeError.init),
                standardOutput: CapturedText(output), standardError: CapturedText(errors),
                timing: CallTiming(
                    queue: start &- call.request.arrival, spawn: invocation.spawnNanoseconds,
                    guest: invocation.guestNanoseconds, kernel: kernels?.kernelNanoseconds))
            metrics.invocationEnded(
                kind: kernels?.hasLaunched == true ? .gpu : .host, outcome: InvocationOutcome(answer.result),
                nanoseconds: EpochTicker.now() &- call.request.arrival)
            metrics.cpuMemoryChanged(by: -memory)
            call.end(answer)
            passSlotOn(from: call)
        }
    }

    /// What the call has at the device; `nil` for a function that imports no kernels, and where there is no device.
    private func makeKernelSession(
        _ call: Call, _ function: LoadedFunction, _ output: OutputCapture?
    ) -> CudaSession? {
        guard function.usesKernels, let service = configuration.compute else { return nil }
        return CudaSession(
            service: service, tenant: function.record.tenant.rawValue, deadline: call.deadline, output: output)
    }

    private func refuse(_ call: Call, _ function: LoadedFunction?, _ error: RuntimeError) {
        function?.metrics.invocationEnded(
            kind: .host, outcome: InvocationOutcome(.failure(error)),
            nanoseconds: EpochTicker.now() &- call.request.arrival)
        call.end(.refused(error, queued: EpochTicker.now() &- call.request.arrival))
    }
}

extension RuntimeError {
    init(_ refusal: AdmissionRefusal) {
        self =
            switch refusal {
            case .tenantInstances: .tenantCapacityExhausted("the tenant has as many instances as it may have")
            case .tenantMemory: .tenantCapacityExhausted("the tenant has reserved as much memory as it may")
            case .tenantWaiting: .tenantCapacityExhausted("the tenant has too many waiting calls")
            case .waitingRoomFull: .capacityExhausted("all instances are busy and too many calls wait")
            }
    }

    init(_ failure: GuestFailure) {
        self =
            switch failure {
            case .trap(let trap): .trap(trap)
            case .exit(let code): .exit(code: code)
            case .deadlineExceeded: .deadlineExceeded
            case .cancelled: .cancelled
            case .instantiation(let text): .internal(text)
            }
    }
}

extension InvocationOutcome {
    init(_ result: Result<[Value], RuntimeError>) {
        self =
            switch result {
            case .success: .ok
            case .failure(.trap), .failure(.exit): .trap
            case .failure(.deadlineExceeded): .timeout
            case .failure(.cancelled): .cancelled
            case .failure(.internal), .failure(.storage): .internal
            case .failure: .rejected
            }
    }
}

extension CapturedText {
    init(_ capture: OutputCapture?) { if let capture { (bytes, isTruncated) = capture.captured } }
}
