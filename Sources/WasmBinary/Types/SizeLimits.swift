/// How large a table or a memory is at first and at most.
public struct SizeLimits: Sendable, Hashable {
    /// The size at first: elements, or pages.
    public var minimum: UInt64
    /// The size it can grow to; nil is as far as the engine allows.
    public var maximum: UInt64?

    /// Limits.
    public init(minimum: UInt64, maximum: UInt64? = nil) {
        self.minimum = minimum
        self.maximum = maximum
    }
}

extension SizeLimits {
    static let maximumFlag: UInt8 = 1
    static let sharedFlag: UInt8 = 2
    static let wideFlag: UInt8 = 4
    static let pageSizeFlag: UInt8 = 8

    func flags(is64Bit: Bool) -> UInt8 {
        (maximum == nil ? 0 : Self.maximumFlag) | (is64Bit ? Self.wideFlag : 0)
    }
}

extension ByteReader {
    /// The flags in front of limits; only those in `allowed` may be set.
    mutating func sizeFlags(allowed: UInt8) throws(BinaryError) -> UInt8 {
        let start = position
        let flags = try byte()
        guard flags & ~allowed == 0 else { throw fault(.malformed, "malformed limits flags", at: start) }
        return flags
    }

    mutating func sizeLimits(flags: UInt8) throws(BinaryError) -> SizeLimits {
        let isWide = flags & SizeLimits.wideFlag != 0
        let minimum = try size(isWide: isWide)
        guard flags & SizeLimits.maximumFlag != 0 else { return SizeLimits(minimum: minimum) }
        return SizeLimits(minimum: minimum, maximum: try size(isWide: isWide))
    }

    private mutating func size(isWide: Bool) throws(BinaryError) -> UInt64 {
        isWide ? try unsigned64() : UInt64(try unsigned32())
    }
}

extension ByteWriter {
    mutating func sizeLimits(_ limits: SizeLimits) {
        unsigned(limits.minimum)
        if let maximum = limits.maximum { unsigned(maximum) }
    }
}
