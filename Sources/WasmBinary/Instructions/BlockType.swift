/// What a block takes and leaves.
public enum BlockType: Sendable, Hashable {
    /// It takes nothing and leaves nothing.
    case empty
    /// It takes nothing and leaves one value.
    case value(ValueType)
    /// It has a function type of the module, by its index.
    case type(UInt32)
}

extension ByteReader {
    mutating func blockType() throws(BinaryError) -> BlockType {
        let start = position
        let first = try peek()
        if first == BlockType.emptyCode {
            _ = try byte()
            return .empty
        }
        // One byte with its sign set is a value type; everything else is an index of 33 bits.
        if first & 0xC0 == 0x40 { return .value(try valueType()) }
        let index = try signed33()
        guard index >= 0 else { throw fault(.malformed, "malformed block type", at: start) }
        return .type(UInt32(truncatingIfNeeded: index))
    }
}

extension ByteWriter {
    mutating func blockType(_ type: BlockType) {
        switch type {
        case .empty: append(BlockType.emptyCode)
        case .value(let type): valueType(type)
        case .type(let index): signed(Int64(index))
        }
    }
}

extension BlockType {
    static let emptyCode: UInt8 = 0x40
}
