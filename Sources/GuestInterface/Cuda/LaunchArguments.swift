import Compute
import WasmEngine

/// Turns the argument list of a launch into what a device takes.
enum LaunchArguments {
    /// Checks in the order that the interface promises: the list itself, its size, its records, all windows, then all
    /// buffers. How they fit the kernel is the launch's matter.
    static func read(
        at pointer: UInt32, length: UInt32, from memory: borrowing GuestMemory, _ compute: ComputeSession
    ) throws(CudaFault) -> [Launch.Argument] {
        try memory.check("the arguments", pointer, length)
        try ArgumentRecords.checkLength(Int(length))
        guard let bytes = memory.read(pointer, length) else {
            throw CudaFault(.invalidPointer, "the arguments do not lie inside the memory")
        }
        let records = try ArgumentRecords.parse(bytes)
        for (index, record) in records.enumerated() {
            if case .window(let offset, let byteCount) = record {
                try memory.check("argument \(index), a window", offset, byteCount)
            }
        }
        var arguments: [Launch.Argument] = []
        arguments.reserveCapacity(records.count)
        for (index, record) in records.enumerated() {
            arguments.append(try argument(index, record, compute))
        }
        return arguments
    }

    private static func argument(
        _ index: Int, _ record: ArgumentRecord, _ compute: ComputeSession
    ) throws(CudaFault) -> Launch.Argument {
        switch record {
        case .scalar(let bits, let byteCount): return .scalar(bits, byteCount: byteCount)
        case .window(let offset, let byteCount): return .window(offset: offset, byteCount: byteCount)
        case .buffer(let handle, let offset):
            guard let buffer = Int64(exactly: handle).flatMap(compute.buffer) else {
                throw CudaFault(.invalidHandle, "argument \(index): no device buffer has the handle \(handle)")
            }
            guard offset <= UInt64(buffer.byteCount) else {
                throw CudaFault(
                    .invalidHandle,
                    "argument \(index): byte \(offset) lies outside the device buffer of \(buffer.byteCount) bytes")
            }
            return .buffer(buffer, offset: offset)
        }
    }
}
