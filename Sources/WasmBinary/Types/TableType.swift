/// What a table holds, and how much.
public struct TableType: Sendable, Hashable {
    /// The type of its elements.
    public var element: ReferenceType
    /// Its size in elements.
    public var limits: SizeLimits
    /// Whether indices into it have 64 bits.
    public var is64Bit: Bool

    /// A table type.
    public init(_ element: ReferenceType, limits: SizeLimits, is64Bit: Bool = false) {
        self.element = element
        self.limits = limits
        self.is64Bit = is64Bit
    }
}

extension ByteReader {
    mutating func tableType() throws(BinaryError) -> TableType {
        let element = try referenceType()
        let flags = try sizeFlags(allowed: SizeLimits.maximumFlag | SizeLimits.wideFlag)
        return TableType(
            element, limits: try sizeLimits(flags: flags), is64Bit: flags & SizeLimits.wideFlag != 0)
    }
}

extension ByteWriter {
    mutating func tableType(_ type: TableType) {
        referenceType(type.element)
        append(type.limits.flags(is64Bit: type.is64Bit))
        sizeLimits(type.limits)
    }
}
