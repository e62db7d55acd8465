/// The type of an operand, a local or a global.
public enum ValueType: Sendable, Hashable {
    /// An integer of 32 bits.
    case i32
    /// An integer of 64 bits.
    case i64
    /// A float of 32 bits.
    case f32
    /// A float of 64 bits.
    case f64
    /// A vector of 128 bits.
    case v128
    /// A reference.
    case reference(ReferenceType)
}

extension ByteReader {
    mutating func valueType() throws(BinaryError) -> ValueType {
        let start = position
        switch try byte() {
        case 0x7F: return .i32
        case 0x7E: return .i64
        case 0x7D: return .f32
        case 0x7C: return .f64
        case 0x7B: return .v128
        case ReferenceType.nullableCode: return .reference(ReferenceType(try heapType()))
        case ReferenceType.nonNullableCode: return .reference(ReferenceType(try heapType(), isNullable: false))
        case let code:
            guard let type = AbstractHeapType(rawValue: code) else {
                throw fault(.malformed, "malformed value type", at: start)
            }
            return .reference(ReferenceType(.abstract(type)))
        }
    }
}

extension ByteWriter {
    mutating func valueType(_ type: ValueType) {
        switch type {
        case .i32: append(0x7F)
        case .i64: append(0x7E)
        case .f32: append(0x7D)
        case .f64: append(0x7C)
        case .v128: append(0x7B)
        case .reference(let type): referenceType(type)
        }
    }
}
