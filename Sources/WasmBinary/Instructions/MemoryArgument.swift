/// Where a load or a store goes, apart from the address on the stack.
public struct MemoryArgument: Sendable, Hashable {
    /// Bytes added to the address.
    public var offset: UInt64
    /// The memory.
    public var memory: UInt32
    /// The base-2 logarithm of the alignment promised, 0 through 63.
    public var alignmentLogarithm: UInt8

    /// An argument for a load or a store.
    public init(offset: UInt64 = 0, alignmentLogarithm: UInt8 = 0, memory: UInt32 = 0) {
        precondition(alignmentLogarithm < 64, "an alignment of 2^\(alignmentLogarithm) cannot be written down")
        self.offset = offset
        self.memory = memory
        self.alignmentLogarithm = alignmentLogarithm
    }
}

extension MemoryArgument {
    /// Says that a memory index follows.
    static let memoryFlag: UInt32 = 0x40
}

extension ByteReader {
    mutating func memoryArgument() throws(BinaryError) -> MemoryArgument {
        let start = position
        let flags = try unsigned32()
        guard flags < 0x80 else { throw fault(.malformed, "malformed memop flags", at: start) }
        let memory = flags & MemoryArgument.memoryFlag == 0 ? 0 : try unsigned32()
        return MemoryArgument(
            offset: try unsigned64(), alignmentLogarithm: UInt8(flags & 0x3F), memory: memory)
    }
}

extension ByteWriter {
    mutating func memoryArgument(_ argument: MemoryArgument) {
        let alignment = UInt32(argument.alignmentLogarithm & 0x3F)
        if argument.memory == 0 {
            index(alignment)
        } else {
            index(alignment | MemoryArgument.memoryFlag)
            index(argument.memory)
        }
        unsigned(argument.offset)
    }
}
