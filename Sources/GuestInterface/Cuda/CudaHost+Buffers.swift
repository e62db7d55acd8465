import Compute
import WasmEngine

extension CudaHost {
    /// Device buffers and copies into and out of them.
    static func defineBuffers(in linker: Linker) throws(EngineError) {
        try define(in: linker, "wasi_cuda_alloc", [.i64], .i64) { (call, session) throws(CudaFault) in
            try session.checkAvailable()
            let byteCount = call.i64(0)
            guard byteCount > 0 else {
                throw CudaFault(.invalidArguments, "a device buffer has at least 1 byte, not \(byteCount)")
            }
            return .i64(
                try CudaFault.fromCompute { () throws(ComputeError) in
                    try session.compute.allocate(byteCount: byteCount)
                })
        }
        try define(in: linker, "wasi_cuda_free", [.i64], .i32) { (call, session) throws(CudaFault) in
            try session.checkAvailable()
            let handle = call.i64(0)
            try CudaFault.fromCompute { () throws(ComputeError) in try session.compute.free(handle) }
            return .i32(0)
        }
        try defineCopy(in: linker, "wasi_cuda_memcpy_h2d") { (buffer, bytes, offset) throws(ComputeError) in
            try buffer.write(UnsafeRawBufferPointer(bytes), at: offset)
        }
        try defineCopy(in: linker, "wasi_cuda_memcpy_d2h") { (buffer, bytes, offset) throws(ComputeError) in
            try buffer.read(into: bytes, at: offset)
        }
    }

    private typealias Copy =
        @Sendable (any DeviceBuffer, UnsafeMutableRawBufferPointer, Int) throws(ComputeError) -> Void

    /// A copy between a buffer and the guest's memory, behind all earlier launches. Their failures are left to
    /// `wasi_cuda_sync`.
    private static func defineCopy(
        in linker: Linker, _ name: String, _ copy: @escaping Copy
    ) throws(EngineError) {
        try defineSuspending(in: linker, name, [.i64, .i64, .i32, .i32], .i32) { (call, session) throws(CudaFault) in
            let memory = try call.requiredMemory()
            let (pointer, length) = (call.u32(2), call.u32(3))
            try memory.check("the guest's side of the copy", pointer, length)
            let (buffer, offset) = try range(of: call.i64(0), from: call.i64(1), length: length, session.compute)
            let region = memory.deviceRegion
            return whenIdle(call, session) { () throws(CudaFault) in
                // Sound: the range was checked, the guest's memory neither moves nor shrinks, and the guest stands still
                // until this has returned.
                let bytes = UnsafeMutableRawBufferPointer(start: region.base + Int(pointer), count: Int(length))
                try CudaFault.fromCompute { () throws(ComputeError) in try copy(buffer, bytes, offset) }
            }
        }
    }

    private static func range(
        of handle: Int64, from offset: Int64, length: UInt32, _ compute: ComputeSession
    ) throws(CudaFault) -> (any DeviceBuffer, Int) {
        guard let buffer = compute.buffer(handle) else {
            throw CudaFault(.invalidHandle, "no device buffer has the handle \(handle)")
        }
        let (end, isOverflow) = offset.addingReportingOverflow(Int64(length))
        guard offset >= 0, !isOverflow, end <= buffer.byteCount else {
            throw CudaFault(
                .invalidHandle,
                "\(length) bytes from byte \(offset) lie outside the device buffer of \(buffer.byteCount) bytes")
        }
        return (buffer, Int(offset))
    }
}
