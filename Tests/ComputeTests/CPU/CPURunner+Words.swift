import Compute

extension CPURunner {
    /// Runs kernel `k` with one block over a buffer of words, its only argument, and returns them.
    func words(_ ptx: [UInt8], threads: Int, sharedBytes: Int = 0) throws -> [UInt32] {
        let out = [UInt8](repeating: 0, count: threads * 4)
        let results = try run(
            ptx: ptx, entry: "k", grid: (1, 1, 1), block: (threads, 1, 1), sharedBytes: sharedBytes,
            arguments: [.buffer(out)])
        return results[0].withUnsafeBytes { Array($0.bindMemory(to: UInt32.self)) }
    }

    /// Memory that stands for a guest's, with kernel `k` run over windows of it.
    func run(
        _ ptx: [UInt8], memory: inout [UInt64], windows: [(offset: UInt32, count: UInt32)], threads: Int = 1
    ) throws {
        let kernel = try device.load(ptx: ptx, entry: "k")
        try memory.withUnsafeMutableBytes { bytes in
            guard let base = bytes.baseAddress else { return }
            try run(
                Launch(
                    kernel: kernel, grid: Dimensions(1), block: Dimensions(threads),
                    arguments: windows.map { .window(offset: $0.offset, byteCount: $0.count) },
                    memory: GuestMemoryRegion(base: base, byteCount: bytes.count)))
        }
    }
}
