/// A range of device addresses that a launch may touch, and where it lies in this process.
struct MemorySegment {
    /// The first address.
    let start: UInt64
    /// Size in bytes.
    let byteCount: UInt64
    /// The byte at ``start``.
    let host: UnsafeMutableRawPointer?
    let isWritable: Bool

    /// Contains nothing.
    static var none: MemorySegment { MemorySegment(start: 0, byteCount: 0, host: nil, isWritable: false) }

    /// The byte at an address of which `size` bytes must lie inside.
    @inline(__always)
    func pointer(to address: UInt64, size: UInt64) -> UnsafeMutableRawPointer? {
        let offset = address &- start
        // Sound: with `size` ≤ `byteCount`, an offset up to their difference lies inside, and wrapped ones are larger.
        guard let host, size <= byteCount, offset <= byteCount &- size else { return nil }
        return host + Int(offset)
    }
}

/// The address space of a launch.
///
/// The high word of an address tells what it is in; so a kernel's addresses cannot wander from one memory into another.
struct MemoryMap {
    /// The guest's linear memory: this plus the guest's own offset.
    static let guestBase: UInt64 = 1 << 32
    /// Generic addresses of shared memory; `ld.shared` and its like take the offset alone.
    static let sharedBase: UInt64 = 2 << 32
    /// Generic addresses of a thread's own memory.
    static let localBase: UInt64 = 3 << 32
    /// `.const` and `.global` variables of the kernel's text.
    static let moduleBase: UInt64 = 4 << 32
    /// Generic addresses of the kernel's parameters.
    static let parameterBase: UInt64 = 5 << 32
    /// The first device buffer; each has a high word of its own, counted from here.
    static let firstBufferWord: UInt64 = 0x1000

    private var segments: [MemorySegment] = []

    /// Adds a segment. Segments of the guest's memory that touch or overlap become one.
    mutating func add(_ segment: MemorySegment) {
        guard segment.byteCount > 0 else { return }
        let index = segments.firstIndex { $0.start > segment.start } ?? segments.endIndex
        segments.insert(segment, at: index)
        guard segment.start >> 32 == Self.guestBase >> 32 else { return }
        var merged: [MemorySegment] = []
        for next in segments {
            guard let last = merged.last, last.start >> 32 == next.start >> 32, last.isWritable == next.isWritable,
                next.start <= last.start + last.byteCount
            else {
                merged.append(next)
                continue
            }
            let end = max(last.start + last.byteCount, next.start + next.byteCount)
            merged[merged.count - 1] = MemorySegment(
                start: last.start, byteCount: end - last.start, host: last.host, isWritable: last.isWritable)
        }
        segments = merged
    }

    /// The segment that `size` bytes at an address lie in.
    func segment(containing address: UInt64, size: UInt64) -> MemorySegment? {
        segments.first { $0.pointer(to: address, size: size) != nil }
    }

    /// How a message shows an address: guest offsets are what a guest's author knows.
    static func describe(_ address: UInt64) -> String {
        let offset = String(address & 0xffff_ffff, radix: 16)
        switch address >> 32 {
        case guestBase >> 32: return "0x\(String(address, radix: 16)) (guest offset 0x\(offset))"
        case sharedBase >> 32: return "0x\(String(address, radix: 16)) (shared offset 0x\(offset))"
        case localBase >> 32: return "0x\(String(address, radix: 16)) (local offset 0x\(offset))"
        default: return "0x\(String(address, radix: 16))"
        }
    }
}
