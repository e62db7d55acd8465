import Compute
import WasmEngine

extension GuestMemory {
    /// The memory as a device sees it. Kernels and copies that use it end before the instance does, see
    /// ``CudaSession``.
    var deviceRegion: GuestMemoryRegion {
        let bytes = region()
        guard let base = bytes.baseAddress else { preconditionFailure("a memory without an address") }
        return GuestMemoryRegion(base: base, byteCount: bytes.count)
    }

    /// - Throws: ``CudaFault`` with `invalidPointer` unless `length` bytes from `offset` lie inside the memory.
    func check(_ what: @autoclosure () -> String, _ offset: UInt32, _ length: UInt32) throws(CudaFault) {
        guard contains(offset, length) else {
            throw CudaFault(
                .invalidPointer,
                "\(what()): \(length) bytes at \(offset) do not lie inside the memory of \(count) bytes")
        }
    }
}

extension SuspendingHostCall {
    /// The guest's memory.
    /// - Throws: ``CudaFault`` with `invalidPointer` when the guest exports none.
    func requiredMemory() throws(CudaFault) -> GuestMemory {
        guard let memory = memory() else {
            throw CudaFault(.invalidPointer, "the guest exports no memory named \"memory\"")
        }
        return memory
    }
}
