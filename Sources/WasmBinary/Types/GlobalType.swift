/// What a global holds.
public struct GlobalType: Sendable, Hashable {
    /// The type of its value.
    public var value: ValueType
    /// Whether it can be set.
    public var isMutable: Bool

    /// A global type.
    public init(_ value: ValueType, isMutable: Bool = false) {
        self.value = value
        self.isMutable = isMutable
    }
}

extension ByteReader {
    mutating func globalType() throws(BinaryError) -> GlobalType {
        let value = try valueType()
        return GlobalType(value, isMutable: try mutability())
    }

    /// The type index of a tag, behind the byte that says it is an exception.
    mutating func tagType() throws(BinaryError) -> UInt32 {
        let start = position
        guard try byte() == 0 else { throw fault(.malformed, "malformed tag attribute", at: start) }
        return try unsigned32()
    }
}

extension ByteWriter {
    mutating func globalType(_ type: GlobalType) {
        valueType(type.value)
        append(type.isMutable ? 1 : 0)
    }

    mutating func tagType(_ type: UInt32) {
        append(0)
        index(type)
    }
}
