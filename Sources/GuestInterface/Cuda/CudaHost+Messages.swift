import Compute
import WasmEngine

extension CudaHost {
    /// What a guest can ask for: the message of its last failure, and what the device is.
    static func defineMessages(in linker: Linker) throws(EngineError) {
        try define(in: linker, "wasi_cuda_last_error_len", [], .i32) { _, session in
            .i32(Int32(session.lastMessage.utf8.count))
        }
        // A bad pointer does not become the last failure: it would replace what the guest asks for.
        try define(in: linker, "wasi_cuda_last_error_copy", [.i32, .i32], .i32) { call, session in
            .i32(copyMessage(session.lastMessage, to: call.u32(0), capacity: call.u32(1), call))
        }
        try define(in: linker, "wasi_cuda_device_attribute", [.i32], .i64) { (call, session) throws(CudaFault) in
            .i64(try attribute(call.i32(0), of: session.attributes()))
        }
    }

    /// Copies as much of the message as the region holds.
    /// - Returns: the bytes copied, or the code for a region outside the memory.
    private static func copyMessage(
        _ message: String, to pointer: UInt32, capacity: UInt32, _ call: borrowing HostCall
    ) -> Int32 {
        guard let memory = call.memory(), memory.contains(pointer, capacity) else {
            return CudaCode.invalidPointer.rawValue
        }
        let bytes = Array(message.utf8.prefix(Int(capacity)))
        return memory.write(bytes.span, to: pointer) ? Int32(bytes.count) : CudaCode.invalidPointer.rawValue
    }

    private static func attribute(_ number: Int32, of device: DeviceAttributes) throws(CudaFault) -> Int64 {
        switch number {
        case 0: device.kind == .cuda ? 1 : 0
        case 1: Int64(device.computeCapability)
        case 2: Int64(device.multiprocessorCount)
        case 3: Int64(device.maximumThreadsPerBlock)
        case 4: Int64(device.maximumSharedBytes)
        case 5: Int64(device.warpSize)
        default: throw CudaFault(.invalidArguments, "a device has no attribute \(number); there are 0 to 5")
        }
    }
}
