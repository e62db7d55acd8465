/// The type of a structure's field or an array's element.
public struct FieldType: Sendable, Hashable {
    /// What is stored.
    public enum Storage: Sendable, Hashable {
        /// An integer of 8 bits.
        case i8
        /// An integer of 16 bits.
        case i16
        /// A value as operands have it.
        case value(ValueType)
    }

    /// What is stored.
    public var storage: Storage
    /// Whether it can be changed.
    public var isMutable: Bool

    /// A field type.
    public init(_ storage: Storage, isMutable: Bool = false) {
        self.storage = storage
        self.isMutable = isMutable
    }
}

extension ByteReader {
    mutating func fieldType() throws(BinaryError) -> FieldType {
        let storage: FieldType.Storage
        switch try peek() {
        case 0x78: storage = .i8
        case 0x77: storage = .i16
        default: return FieldType(.value(try valueType()), isMutable: try mutability())
        }
        _ = try byte()
        return FieldType(storage, isMutable: try mutability())
    }

    mutating func mutability() throws(BinaryError) -> Bool {
        let start = position
        let byte = try byte()
        guard byte <= 1 else { throw fault(.malformed, "malformed mutability", at: start) }
        return byte == 1
    }
}

extension ByteWriter {
    mutating func fieldType(_ type: FieldType) {
        switch type.storage {
        case .i8: append(0x78)
        case .i16: append(0x77)
        case .value(let type): valueType(type)
        }
        append(type.isMutable ? 1 : 0)
    }
}
