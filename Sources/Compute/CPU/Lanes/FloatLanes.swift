/// Floating-point functions of PTX that differ from Swift's (PTX ISA, "Floating Point Instructions").
extension BinaryFloatingPoint where Self: LaneValue {
    /// The NaN that PTX's arithmetic gives.
    @inline(__always)
    static var canonicalNaN: Self { Self(lane: Storage.max >> 1) }

    /// The smaller one; a number rather than a NaN, and −0 rather than +0.
    @inline(__always)
    func minimum(_ other: Self) -> Self {
        if self != self { return other != other ? .canonicalNaN : other }
        if other != other { return self }
        if self == other { return Self(lane: lane | other.lane) }
        return self < other ? self : other
    }

    /// The larger one; a number rather than a NaN, and +0 rather than −0.
    @inline(__always)
    func maximum(_ other: Self) -> Self {
        if self != self { return other != other ? .canonicalNaN : other }
        if other != other { return self }
        if self == other { return Self(lane: lane & other.lane) }
        return self > other ? self : other
    }

    /// `.NaN` forms: a NaN wins.
    @inline(__always)
    func minimumNaN(_ other: Self) -> Self { self != self || other != other ? .canonicalNaN : minimum(other) }

    /// `.NaN` forms: a NaN wins.
    @inline(__always)
    func maximumNaN(_ other: Self) -> Self { self != self || other != other ? .canonicalNaN : maximum(other) }

    @inline(__always)
    private static var signBit: Storage { ~(Storage.max >> 1) }

    /// `.xorsign.abs` forms: the result's magnitude is chosen by magnitude, its sign is the product's.
    @inline(__always)
    func withSign(xor first: Self, _ second: Self) -> Self {
        Self(lane: (lane & ~Self.signBit) | ((first.lane ^ second.lane) & Self.signBit))
    }

    /// This sign with the magnitude of `other`: the operand order of PTX's `copysign`.
    @inline(__always)
    func sign(to other: Self) -> Self { Self(lane: (other.lane & ~Self.signBit) | (lane & Self.signBit)) }

    @inline(__always)
    var absoluteBits: Self { Self(lane: lane & ~Self.signBit) }
    @inline(__always)
    var negatedBits: Self { Self(lane: lane ^ Self.signBit) }

    /// Between 0 and 1; a NaN becomes 0.
    @inline(__always)
    var saturated: Self { self > 0 ? (self < 1 ? self : 1) : 0 }

    /// The nearest integer in the given direction.
    @inline(__always)
    func integral(_ rounding: Rounding) -> Self {
        switch rounding {
        case .nearest: rounded(.toNearestOrEven)
        case .towardZero: rounded(.towardZero)
        case .down: rounded(.down)
        case .up: rounded(.up)
        }
    }

    /// Rounded to an integer of that type; beyond its range the nearest end.
    ///
    /// A NaN becomes 0, or only the highest bit when either side has 64 bits (PTX ISA, `cvt`).
    @inline(__always)
    func clamped<Integer: FixedWidthInteger>(_ rounding: Rounding, to _: Integer.Type) -> Integer {
        guard self == self else {
            let isWide = Integer.bitWidth == 64 || Storage.bitWidth == 64
            return isWide ? 1 &<< Integer(truncatingIfNeeded: Integer.bitWidth &- 1) : 0
        }
        let value = integral(rounding)
        // Powers of two are exact in every format, the largest integers are not.
        let beyond =
            Integer.isSigned
            ? Self(sign: .plus, exponent: Exponent(Integer.bitWidth - 1), significand: 1)
            : Self(sign: .plus, exponent: Exponent(Integer.bitWidth), significand: 1)
        if value >= beyond { return .max }
        if Integer.isSigned ? value < -beyond : value < 0 { return .min }
        return Integer(value)
    }
}

/// 16-bit formats, computed in wider ones and rounded once.
enum HalfPrecision {
    /// `bfloat16`, the upper half of a binary32.
    @inline(__always)
    static func bfloat(_ bits: UInt32) -> Float { Float(bitPattern: bits << 16) }

    @inline(__always)
    static func half(_ bits: UInt32) -> Float { Float(Float16(lane: bits)) }

    /// The nearest `bfloat16`, ties to even.
    @inline(__always)
    static func bfloatBits(_ value: Float) -> UInt32 {
        if value != value { return 0x7fff }
        let bits = value.bitPattern
        return (bits &+ 0x7fff &+ (bits >> 16 & 1)) >> 16
    }

    /// The nearest binary16, ties to even.
    @inline(__always)
    static func halfBits(_ value: Float) -> UInt32 { value != value ? 0x7fff : Float16(value).lane }

    /// A binary16 or `bfloat16` in another direction: the nearest one, moved by one place where it is on the wrong side.
    static func bits(_ value: Float, isBrain: Bool, _ rounding: Rounding) -> UInt32 {
        let nearest = isBrain ? bfloatBits(value) : halfBits(value)
        guard rounding != .nearest, value.isFinite else { return nearest }
        let back = isBrain ? bfloat(nearest) : half(nearest)
        guard back != value else { return nearest }
        let mustShrink: Bool
        switch rounding {
        case .nearest, .towardZero: mustShrink = back.magnitude > value.magnitude
        case .down: mustShrink = back > value && value > 0
        case .up: mustShrink = back < value && value < 0
        }
        let mustGrow = rounding == .down ? back > value && value <= 0 : rounding == .up && back < value && value >= 0
        // Magnitudes are ordered as their bits are; zero grows into the smallest value of the wanted sign.
        if mustShrink { return nearest &- 1 }
        if mustGrow { return (nearest & 0x7fff &+ 1) | (value.sign == .minus ? 0x8000 : 0) }
        return nearest
    }

    /// a · b + c, rounded to odd in binary64, so that rounding to a 16-bit format afterwards is as good as rounding once.
    @inline(__always)
    static func fused(_ a: Float, _ b: Float, _ c: Float) -> Float {
        let product = Double(a) * Double(b)
        return oddFloat(product, Double(c))
    }

    /// The sum of two binary64 values, rounded to odd in binary64 and again in binary32.
    static func oddFloat(_ x: Double, _ y: Double) -> Float {
        let sum = x + y
        guard sum.isFinite else { return Float(sum) }
        let other = sum - x
        let error = (x - (sum - other)) + (y - other)
        var exact = sum
        if error != 0, sum.bitPattern & 1 == 0 {
            exact = (error > 0) == (sum > 0) ? sum.nextAwayFromZero : sum.nextTowardZero
        }
        return odd(exact)
    }
}

extension Double {
    fileprivate var nextAwayFromZero: Double { Double(bitPattern: bitPattern &+ 1) }
    fileprivate var nextTowardZero: Double { Double(bitPattern: bitPattern &- 1) }
}
