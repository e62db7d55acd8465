/// Integer functions of PTX that Swift has not (PTX ISA, "Integer Arithmetic Instructions").
extension FixedWidthInteger {
    /// The bits in the opposite order.
    @inline(__always)
    var bitsReversed: Self {
        var result: Self = 0
        for bit in 0..<Self.bitWidth where self & (1 &<< Self(truncatingIfNeeded: bit)) != 0 {
            result |= 1 &<< Self(truncatingIfNeeded: Self.bitWidth &- 1 &- bit)
        }
        return result
    }

    /// `bfind`: the position of the highest bit that differs from the sign; all ones when there is none.
    @inline(__always)
    var highBit: UInt32 {
        let magnitude = self < 0 ? ~self : self
        return UInt32(truncatingIfNeeded: Self.bitWidth &- 1 &- magnitude.leadingZeroBitCount)
    }

    @inline(__always)
    func addingSaturated(_ other: Self) -> Self {
        let (sum, isOverflow) = addingReportingOverflow(other)
        return isOverflow ? (other < 0 ? .min : .max) : sum
    }

    @inline(__always)
    func subtractingSaturated(_ other: Self) -> Self {
        let (difference, isOverflow) = subtractingReportingOverflow(other)
        return isOverflow ? (other < 0 ? .max : .min) : difference
    }

    /// The low 24 bits, sign-extended for signed types.
    @inline(__always)
    var cut24: Self {
        let unused = Self(truncatingIfNeeded: Self.bitWidth &- 24)
        return (self &<< unused) &>> unused
    }

    /// Bits 16 to 47 of the product of the low 24 bits.
    @inline(__always)
    func productHigh24(_ other: Self) -> Self {
        Self(truncatingIfNeeded: (Int64(truncatingIfNeeded: cut24) &* Int64(truncatingIfNeeded: other.cut24)) >> 16)
    }

    /// `bfe`: `count` bits from `position`, sign-extended for signed types; only the low bytes of both count.
    @inline(__always)
    func extracted(at position: UInt32, count: UInt32) -> Self {
        let (position, count) = (Int(position & 0xff), Int(count & 0xff))
        guard count > 0 else { return 0 }
        let shifted: Self = position < Self.bitWidth ? self >> Self(truncatingIfNeeded: position) : (self < 0 ? ~0 : 0)
        guard count < Self.bitWidth else { return shifted }
        let unused = Self(truncatingIfNeeded: Self.bitWidth &- count)
        return (shifted &<< unused) &>> unused
    }

    /// `bfi`: `target` with `count` low bits of this value at `position`; only the low bytes of both count.
    @inline(__always)
    func inserted(into target: Self, at position: UInt32, count: UInt32) -> Self {
        let (position, count) = (Int(position & 0xff), Int(count & 0xff))
        guard count > 0, position < Self.bitWidth else { return target }
        let ones: Self = count >= Self.bitWidth ? ~0 : (1 &<< Self(truncatingIfNeeded: count)) &- 1
        let field = ones &<< Self(truncatingIfNeeded: position)
        return (target & ~field) | ((self &<< Self(truncatingIfNeeded: position)) & field)
    }
}

/// Functions over the bits of several words.
enum BitLogic {
    /// `lop3`: each result bit is looked up in `table` by the bits of `a`, `b` and `c`.
    @inline(__always)
    static func apply(_ table: UInt8, _ a: UInt32, _ b: UInt32, _ c: UInt32) -> UInt32 {
        var result: UInt32 = 0
        if table & 0x01 != 0 { result |= ~a & ~b & ~c }
        if table & 0x02 != 0 { result |= ~a & ~b & c }
        if table & 0x04 != 0 { result |= ~a & b & ~c }
        if table & 0x08 != 0 { result |= ~a & b & c }
        if table & 0x10 != 0 { result |= a & ~b & ~c }
        if table & 0x20 != 0 { result |= a & ~b & c }
        if table & 0x40 != 0 { result |= a & b & ~c }
        if table & 0x80 != 0 { result |= a & b & c }
        return result
    }

    /// The high word of `b:a` shifted left by 0 to 32.
    @inline(__always)
    static func funnelLeft(_ a: UInt32, _ b: UInt32, _ count: UInt32) -> UInt32 {
        let both = UInt64(b) << 32 | UInt64(a)
        return UInt32(truncatingIfNeeded: (both &<< UInt64(count)) >> 32)
    }

    /// The low word of `b:a` shifted right by 0 to 32.
    @inline(__always)
    static func funnelRight(_ a: UInt32, _ b: UInt32, _ count: UInt32) -> UInt32 {
        let both = UInt64(b) << 32 | UInt64(a)
        return UInt32(truncatingIfNeeded: both &>> UInt64(count))
    }

    @inline(__always)
    private static func byte(_ word: UInt32, _ index: UInt32, _ isSigned: Bool) -> Int32 {
        let byte = UInt8(truncatingIfNeeded: word &>> (8 &* index))
        return isSigned ? Int32(Int8(bitPattern: byte)) : Int32(byte)
    }

    @inline(__always)
    static func dot4(_ a: UInt32, _ b: UInt32, _ c: UInt32, _ isSigned: Bool, _ isSecondSigned: Bool) -> UInt32 {
        var sum = Int32(bitPattern: c)
        for index: UInt32 in 0..<4 { sum &+= byte(a, index, isSigned) &* byte(b, index, isSecondSigned) }
        return UInt32(bitPattern: sum)
    }

    /// Two 16-bit parts of `a` by the two low bytes of `b`.
    @inline(__always)
    static func dot2(_ a: UInt32, _ b: UInt32, _ c: UInt32, _ isSigned: Bool, _ isSecondSigned: Bool) -> UInt32 {
        var sum = Int32(bitPattern: c)
        for index: UInt32 in 0..<2 {
            let half = UInt16(truncatingIfNeeded: a &>> (16 &* index))
            let part = isSigned ? Int32(Int16(bitPattern: half)) : Int32(half)
            sum &+= part &* byte(b, index, isSecondSigned)
        }
        return UInt32(bitPattern: sum)
    }

    /// `prmt`: picks bytes of `b:a` by the nibbles, or the mode's number, in `selector`.
    @inline(__always)
    static func permute(_ mode: PermuteMode, _ a: UInt32, _ b: UInt32, _ selector: UInt32) -> UInt32 {
        let both = UInt64(b) << 32 | UInt64(a)
        let s = selector & 3
        var result: UInt32 = 0
        for position: UInt32 in 0..<4 {
            let choice: UInt32 =
                switch mode {
                case .bytes: (selector &>> (4 &* position)) & 0xf
                case .forward4: s &+ position
                case .backward4: (s &+ 8 &- position) & 7
                case .replicate8: s
                case .edgeClampLeft: max(position, s)
                case .edgeClampRight: min(position, s)
                case .replicate16: (s & 1) &* 2 &+ (position & 1)
                }
            var byte = UInt8(truncatingIfNeeded: both &>> UInt64(8 &* (choice & 7)))
            if mode == .bytes, choice & 8 != 0 { byte = byte & 0x80 != 0 ? 0xff : 0 }
            result |= UInt32(byte) &<< (8 &* position)
        }
        return result
    }
}
