import Compute
import WasmEngine

/// `wasi:cuda/host`: kernels on a device, launched by guests over their own memory.
///
/// Each function answers 0 or more, or a ``CudaCode`` after its message was kept for `wasi_cuda_last_error_copy`.
enum CudaHost {
    static let modules = ["wasi:cuda/host@0.2.0", "wasi:cuda/host@0.1.0"]

    static func define(in linker: Linker) throws(EngineError) {
        try defineKernels(in: linker)
        try defineBuffers(in: linker)
        try defineMessages(in: linker)
    }

    /// Offers a function that returns at once.
    static func define(
        in linker: Linker, _ name: String, _ parameters: [ValueType], _ result: ValueType,
        _ body: @escaping @Sendable (borrowing HostCall, CudaSession) throws(CudaFault) -> Value
    ) throws(EngineError) {
        for module in modules {
            let type = FunctionType(parameters, [result])
            try linker.define(Import(module: module, name: name), type) { call in
                guard let session = call.invocation.attachment as? CudaSession else {
                    return call.returns(CudaCode.notAvailable.value(as: result))
                }
                let value: Value
                do throws(CudaFault) { value = try body(call, session) } catch {
                    value = session.fail(error).value(as: result)
                }
                call.returns(value)
            }
        }
    }

    /// Offers a function that may suspend its guest.
    static func defineSuspending(
        in linker: Linker, _ name: String, _ parameters: [ValueType], _ result: ValueType,
        _ body: @escaping @Sendable (borrowing SuspendingHostCall, CudaSession) throws(CudaFault) -> HostAnswer
    ) throws(EngineError) {
        for module in modules {
            let type = FunctionType(parameters, [result])
            try linker.defineSuspending(Import(module: module, name: name), type) { call in
                guard let session = call.invocation.attachment as? CudaSession else {
                    return .value(CudaCode.notAvailable.value(as: result))
                }
                do throws(CudaFault) {
                    try session.checkAvailable()
                    return try body(call, session)
                } catch {
                    return .value(session.fail(error).value(as: result))
                }
            }
        }
    }
}

extension CudaSession {
    /// - Throws: ``CudaFault`` with `notAvailable` when the operator has switched devices off.
    func checkAvailable() throws(CudaFault) { _ = try attributes() }

    /// What the device can do.
    /// - Throws: as ``checkAvailable()``.
    func attributes() throws(CudaFault) -> DeviceAttributes {
        guard let attributes = compute.attributes else {
            throw CudaFault(.notAvailable, "no device: kernels are switched off on this server")
        }
        return attributes
    }

    /// What a suspended host function returns when its operation has ended.
    func value(_ type: ValueType, _ body: () throws(CudaFault) -> Value) -> Value {
        do throws(CudaFault) {
            return try body()
        } catch {
            return fail(error).value(as: type)
        }
    }
}
