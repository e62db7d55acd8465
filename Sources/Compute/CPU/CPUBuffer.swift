import Glibc
import Synchronization

/// Device memory of the CPU device: memory of this process, zero at first.
final class CPUBuffer: DeviceBuffer, @unchecked Sendable {
    // Unchecked: kernels of one instance write to it as they would to a GPU's memory; the host's copies come between
    // launches, as the protocol demands. Base and size never change.
    let byteCount: Int
    let base: UnsafeMutableRawPointer
    /// The high word of its device addresses, which no other buffer of this process has.
    let word: UInt64

    private static let nextWord = Atomic<UInt64>(MemoryMap.firstBufferWord)

    /// - Throws: ``ComputeError`` with `quotaExceeded` when this process gets no more memory.
    init(_ byteCount: Int) throws(ComputeError) {
        guard let base = calloc(max(byteCount, 1) + Self.padding, 1) else {
            throw ComputeError(.quotaExceeded, "the CPU device has no memory for \(byteCount) bytes")
        }
        self.byteCount = byteCount
        allocation = base
        self.base = Self.align(base)
        word = Self.nextWord.add(1, ordering: .relaxed).oldValue
    }

    /// Memory that begins as `bytes`.
    init(copying bytes: [UInt8]) {
        byteCount = bytes.count
        allocation = .allocate(byteCount: bytes.count + Self.padding, alignment: 16)
        base = Self.align(allocation)
        base.copyMemory(from: bytes, byteCount: bytes.count)
        word = Self.nextWord.add(1, ordering: .relaxed).oldValue
    }

    deinit { free(allocation) }

    private let allocation: UnsafeMutableRawPointer

    /// Buffers begin at multiples of 256, as CUDA's do, so that every aligned device address is aligned here.
    private static let padding = 256
    private static func align(_ pointer: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer {
        pointer.alignedUp(toMultipleOf: padding)
    }

    /// The device address of its first byte.
    var address: UInt64 { word << 32 }

    func write(_ source: UnsafeRawBufferPointer, at offset: Int) throws(ComputeError) {
        guard offset >= 0, source.count <= byteCount, offset <= byteCount - source.count else { throw Self.outside }
        guard let start = source.baseAddress else { return }
        (base + offset).copyMemory(from: start, byteCount: source.count)
    }

    func read(into destination: UnsafeMutableRawBufferPointer, at offset: Int) throws(ComputeError) {
        guard offset >= 0, destination.count <= byteCount, offset <= byteCount - destination.count else {
            throw Self.outside
        }
        guard let start = destination.baseAddress else { return }
        start.copyMemory(from: base + offset, byteCount: destination.count)
    }

    private static var outside: ComputeError { ComputeError(.invalidHandle, "the range lies outside the buffer") }
}
