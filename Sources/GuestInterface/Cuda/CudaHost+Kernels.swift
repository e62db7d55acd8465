import Compute
import WasmEngine

extension CudaHost {
    /// Loading and launching kernels, and waiting for them.
    static func defineKernels(in linker: Linker) throws(EngineError) {
        try defineSuspending(in: linker, "wasi_cuda_load_ptx", [.i32, .i32, .i32, .i32], .i64) {
            (call, session) throws(CudaFault) in try load(call, session)
        }
        let launchParameters = [.i64] + [ValueType](repeating: .i32, count: 9)
        try defineSuspending(in: linker, "wasi_cuda_launch", launchParameters, .i32) {
            (call, session) throws(CudaFault) in try launch(call, session)
        }
        try defineSuspending(in: linker, "wasi_cuda_sync", [], .i32) { call, session in
            whenIdle(call, session) { () throws(CudaFault) in
                if let failure = session.compute.takeFailure() { throw CudaFault(failure) }
            }
        }
    }

    /// Suspends the guest until its launches have ended, then finishes on the guest's turn.
    static func whenIdle(
        _ call: borrowing SuspendingHostCall, _ session: CudaSession,
        _ finish: @escaping @Sendable () throws(CudaFault) -> Void
    ) -> HostAnswer {
        let result: @Sendable () -> Value = {
            session.value(.i32) { () throws(CudaFault) in
                try finish()
                return .i32(0)
            }
        }
        let suspension = Suspension.until(resumed: call.invocation)
        let isIdle = session.compute.whenIdle { suspension.resume(result) }
        return isIdle ? .value(result()) : .suspend(suspension)
    }

    private static func load(
        _ call: borrowing SuspendingHostCall, _ session: CudaSession
    ) throws(CudaFault) -> HostAnswer {
        let (text, name) = try readSource(call, session.limits)
        let suspension = Suspension.until(resumed: call.invocation)
        let kernel = session.compute.load(ptx: text, entry: name) { kernel in
            suspension.resume { session.value(of: kernel) }
        }
        return kernel.map { .value(session.value(of: $0)) } ?? .suspend(suspension)
    }

    /// The PTX and the entry's name, copied out of the guest's memory.
    private static func readSource(
        _ call: borrowing SuspendingHostCall, _ limits: ComputeLimits
    ) throws(CudaFault) -> (text: [UInt8], entry: String) {
        let memory = try call.requiredMemory()
        try memory.check("the PTX", call.u32(0), call.u32(1))
        try memory.check("the entry's name", call.u32(2), call.u32(3))
        guard call.u32(1) <= limits.ptxBytes else {
            throw CudaFault(.quotaExceeded, "the PTX has \(call.u32(1)) bytes; at most \(limits.ptxBytes) are allowed")
        }
        guard call.u32(3) <= limits.entryBytes else {
            throw CudaFault(
                .invalidKernel, "the entry's name has \(call.u32(3)) bytes; at most \(limits.entryBytes) are allowed")
        }
        guard let text = memory.read(call.u32(0), call.u32(1)), let bytes = memory.read(call.u32(2), call.u32(3)) else {
            throw CudaFault(.invalidPointer, "the PTX or the entry's name does not lie inside the memory")
        }
        guard let entry = String(validating: bytes, as: UTF8.self) else {
            throw CudaFault(.invalidKernel, "the entry's name is not UTF-8")
        }
        return (text, entry)
    }

    private static func launch(
        _ call: borrowing SuspendingHostCall, _ session: CudaSession
    ) throws(CudaFault) -> HostAnswer {
        let memory = try call.requiredMemory()
        let arguments = try LaunchArguments.read(at: call.u32(8), length: call.u32(9), from: memory, session.compute)
        let id = call.i64(0)
        guard let kernel = session.compute.kernel(id) else {
            throw CudaFault(.invalidKernel, "no kernel has the id \(id)")
        }
        let grid = Dimensions(Int(call.u32(1)), Int(call.u32(2)), Int(call.u32(3)))
        let block = Dimensions(Int(call.u32(4)), Int(call.u32(5)), Int(call.u32(6)))
        let sharedBytes = Int(call.u32(7))
        let region = memory.deviceRegion
        let suspension = Suspension.until(resumed: call.invocation)
        let isAccepted = try CudaFault.fromCompute { () throws(ComputeError) in
            try session.compute.launch(
                kernel: kernel, grid: grid, block: block, sharedBytes: sharedBytes, arguments: arguments, memory: region
            ) { suspension.resume { .i32(0) } }
        }
        return isAccepted ? .value(.i32(0)) : .suspend(suspension)
    }
}

extension CudaSession {
    /// The answer to a load that has ended.
    fileprivate func value(of kernel: Result<Int64, ComputeError>) -> Value {
        switch kernel {
        case .success(let id): .i64(id)
        case .failure(let error): fail(CudaFault(error)).value(as: .i64)
        }
    }
}
