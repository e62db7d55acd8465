/// A binary floating-point format: what its bits mean, and how numbers are rounded into it, by integers alone.
struct NumberFormat: Sendable {
    /// Digits of the significand, the implied one included.
    let precision: Int
    let exponentBits: Int

    static let f16 = NumberFormat(precision: 11, exponentBits: 5)
    static let bf16 = NumberFormat(precision: 8, exponentBits: 8)
    static let f32 = NumberFormat(precision: 24, exponentBits: 8)
    static let f64 = NumberFormat(precision: 53, exponentBits: 11)

    var bitWidth: Int { precision + exponentBits }
    private var bias: Int { (1 << (exponentBits - 1)) - 1 }
    var signBit: UInt64 { 1 << UInt64(bitWidth - 1) }
    /// The bits of +∞.
    var infinity: UInt64 { ((1 << UInt64(exponentBits)) - 1) << UInt64(precision - 1) }
    var quietNaN: UInt64 { infinity | 1 << UInt64(precision - 2) }
    var one: UInt64 { UInt64(bias) << UInt64(precision - 1) }
    var smallestNormal: UInt64 { 1 << UInt64(precision - 1) }

    func magnitude(_ bits: UInt64) -> UInt64 { bits & (signBit - 1) }
    func isNegative(_ bits: UInt64) -> Bool { bits & signBit != 0 }
    func isNaN(_ bits: UInt64) -> Bool { magnitude(bits) > infinity }

    /// Numbers in their order, both zeros alike; `nil` for NaN.
    func place(_ bits: UInt64) -> Int64? {
        if isNaN(bits) { return nil }
        // A binary64 magnitude has 63 bits.
        let place = Int64(magnitude(bits))
        return isNegative(bits) ? -place : place
    }

    func number(_ bits: UInt64) -> ExactNumber {
        if isNaN(bits) { return .nan }
        if magnitude(bits) == infinity { return .infinity(isNegative: isNegative(bits)) }
        let fraction = bits & (smallestNormal - 1)
        let exponent = Int(magnitude(bits) >> UInt64(precision - 1))
        let significand = exponent == 0 ? fraction : fraction | smallestNormal
        return .finite(
            ExactNumber.Digits(
                isNegative: isNegative(bits), magnitude: UInt128(significand),
                exponent: max(exponent, 1) - bias - (precision - 1)))
    }

    /// The bits of a number, rounded.
    func bits(_ number: ExactNumber, _ direction: ExactNumber.Direction = .rn) -> UInt64 {
        switch number {
        case .nan: quietNaN
        case .infinity(let isNegative): infinity | (isNegative ? signBit : 0)
        case .finite(let digits): round(digits, direction) | (digits.isNegative ? signBit : 0)
        }
    }

    private func round(_ digits: ExactNumber.Digits, _ direction: ExactNumber.Direction) -> UInt64 {
        if digits.isZero { return 0 }
        let highest = digits.exponent + 127 - digits.magnitude.leadingZeroBitCount
        // The exponent of the last digit that the format keeps.
        let last = max(highest, 1 - bias) - (precision - 1)
        let exact = ExactNumber.Digits(
            isNegative: digits.isNegative, magnitude: digits.magnitude, exponent: digits.exponent - last,
            hasRest: digits.hasRest)
        guard case .finite(let whole) = exact.wholeNumber(direction) else { return quietNaN }
        // Rounding up may give one digit more, which carries into the exponent, as it should.
        let significand = UInt64(truncatingIfNeeded: whole.magnitude << UInt128(max(whole.exponent, 0)))
        let isSubnormal = highest < 1 - bias
        let exponent = isSubnormal ? 0 : last + (precision - 1) + bias
        let overflow = direction == .rn || direction == (digits.isNegative ? .rm : .rp) ? infinity : infinity - 1
        guard exponent < 1 << exponentBits else { return overflow }
        let bits = isSubnormal ? significand : UInt64(exponent - 1) << UInt64(precision - 1) + significand
        return bits >= infinity ? overflow : bits
    }
}

extension ExactNumber.Digits {
    /// Rounded to a whole number, the rest counted as well.
    fileprivate func wholeNumber(_ direction: ExactNumber.Direction) -> ExactNumber {
        guard hasRest else { return ExactNumber.finite(self).whole(direction) }
        // One more digit stands for the rest: it is neither zero nor a half of anything.
        let longer = ExactNumber.Digits(
            isNegative: isNegative, magnitude: magnitude << 1 | 1, exponent: exponent - 1)
        return ExactNumber.finite(longer).whole(direction)
    }
}
