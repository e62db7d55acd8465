/// How large a linear memory is, and how it is addressed.
public struct MemoryType: Sendable, Hashable {
    /// Its size in pages.
    public var limits: SizeLimits
    /// Whether addresses have 64 bits.
    public var is64Bit: Bool
    /// Whether threads share it.
    public var isShared: Bool
    /// The base-2 logarithm of the page size in bytes, where the module says it; nil is 64 KiB.
    public var pageSizeLogarithm: UInt32?

    /// A memory type.
    public init(
        limits: SizeLimits, is64Bit: Bool = false, isShared: Bool = false, pageSizeLogarithm: UInt32? = nil
    ) {
        self.limits = limits
        self.is64Bit = is64Bit
        self.isShared = isShared
        self.pageSizeLogarithm = pageSizeLogarithm
    }
}

extension ByteReader {
    mutating func memoryType() throws(BinaryError) -> MemoryType {
        let flags = try sizeFlags(allowed: 0x0F)
        let limits = try sizeLimits(flags: flags)
        let start = position
        let pageSize = flags & SizeLimits.pageSizeFlag == 0 ? nil : try unsigned32()
        if let pageSize, pageSize > 64 { throw fault(.malformed, "malformed page size", at: start) }
        return MemoryType(
            limits: limits, is64Bit: flags & SizeLimits.wideFlag != 0, isShared: flags & SizeLimits.sharedFlag != 0,
            pageSizeLogarithm: pageSize)
    }
}

extension ByteWriter {
    mutating func memoryType(_ type: MemoryType) {
        append(
            type.limits.flags(is64Bit: type.is64Bit) | (type.isShared ? SizeLimits.sharedFlag : 0)
                | (type.pageSizeLogarithm == nil ? 0 : SizeLimits.pageSizeFlag))
        sizeLimits(type.limits)
        if let pageSize = type.pageSizeLogarithm { index(pageSize) }
    }
}
