/// A type of references.
public struct ReferenceType: Sendable, Hashable {
    /// What the references point to.
    public var heapType: HeapType
    /// Whether null is one of its values.
    public var isNullable: Bool

    /// A type of references to `heapType`.
    public init(_ heapType: HeapType, isNullable: Bool = true) {
        self.heapType = heapType
        self.isNullable = isNullable
    }

    /// `funcref`: any function or null.
    public static let function = ReferenceType(.abstract(.function))
    /// `externref`: anything of the host's or null.
    public static let external = ReferenceType(.abstract(.external))
}

extension ByteReader {
    mutating func referenceType() throws(BinaryError) -> ReferenceType {
        let start = position
        guard case .reference(let type) = try valueType() else {
            throw fault(.malformed, "malformed reference type", at: start)
        }
        return type
    }
}

extension ByteWriter {
    mutating func referenceType(_ type: ReferenceType) {
        if type.isNullable, case .abstract(let abstract) = type.heapType { return append(abstract.rawValue) }
        append(type.isNullable ? ReferenceType.nullableCode : ReferenceType.nonNullableCode)
        heapType(type.heapType)
    }
}

extension ReferenceType {
    static let nullableCode: UInt8 = 0x63
    static let nonNullableCode: UInt8 = 0x64
}
