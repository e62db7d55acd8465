/// What a reference points to.
public enum HeapType: Sendable, Hashable {
    /// One of the types that need no definition.
    case abstract(AbstractHeapType)
    /// A type of the module, by its index.
    case defined(UInt32)
}

extension ByteReader {
    mutating func heapType() throws(BinaryError) -> HeapType {
        let start = position
        let code = try signed33()
        if code >= 0 { return .defined(UInt32(truncatingIfNeeded: code)) }
        // A code is one byte; only indices may be longer.
        guard position == start + 1, let type = AbstractHeapType(rawValue: UInt8(truncatingIfNeeded: code) & 0x7F)
        else {
            throw fault(.malformed, "malformed heap type", at: start)
        }
        return .abstract(type)
    }
}

extension ByteWriter {
    mutating func heapType(_ type: HeapType) {
        switch type {
        case .abstract(let type): append(type.rawValue)
        case .defined(let index): signed(Int64(index))
        }
    }
}
