/// Bytes that are put into memories.
public struct DataSegment: Sendable, Hashable {
    /// When they are used.
    public enum Mode: Sendable, Hashable {
        /// By `memory.init`.
        case passive
        /// At instantiation.
        case active(memory: UInt32, offset: ConstantExpression)
    }

    /// When they are used.
    public var mode: Mode
    /// The bytes; of a decoded module they are a part of its input, not a copy.
    public var bytes: ArraySlice<UInt8>

    /// A segment.
    public init(_ mode: Mode, _ bytes: ArraySlice<UInt8>) {
        self.mode = mode
        self.bytes = bytes
    }
}

extension ByteReader {
    mutating func dataSegment() throws(BinaryError) -> DataSegment {
        let start = position
        let mode: DataSegment.Mode
        switch try unsigned32() {
        case 0: mode = .active(memory: 0, offset: try constantExpression())
        case 1: mode = .passive
        case 2:
            let memory = try unsigned32()
            mode = .active(memory: memory, offset: try constantExpression())
        default: throw fault(.malformed, "malformed data segment kind", at: start)
        }
        return DataSegment(mode, try byteList())
    }
}

extension ByteWriter {
    mutating func dataSegment(_ segment: DataSegment) {
        switch segment.mode {
        case .passive: append(1)
        case .active(let memory, let offset):
            append(memory == 0 ? 0 : 2)
            if memory != 0 { index(memory) }
            constantExpression(offset)
        }
        unsigned(segment.bytes.count)
        append(segment.bytes)
    }
}
