/// A number as arithmetic gives it before it is rounded: whole binary digits, and whether more follow.
enum ExactNumber: Equatable {
    case nan
    case infinity(isNegative: Bool)
    case finite(Digits)

    /// `magnitude` · 2^`exponent`; where `hasRest`, plus something smaller than 2^`exponent`.
    struct Digits: Equatable {
        var isNegative = false
        var magnitude: UInt128
        var exponent = 0
        var hasRest = false

        var isZero: Bool { magnitude == 0 && !hasRest }

        /// The same value with the highest digit at bit `place`, or lower where `magnitude` is already longer.
        func moved(up place: Int) -> Digits {
            guard magnitude != 0 else { return self }
            let distance = place - (127 - magnitude.leadingZeroBitCount)
            guard distance > 0 else { return self }
            return Digits(
                isNegative: isNegative, magnitude: magnitude << UInt128(distance), exponent: exponent - distance,
                hasRest: hasRest)
        }

        /// The same value with a higher exponent: digits that do not fit become the rest.
        func moved(toExponent higher: Int) -> Digits {
            let distance = higher - exponent
            guard distance > 0 else { return self }
            guard distance < 128 else {
                return Digits(isNegative: isNegative, magnitude: 0, exponent: higher, hasRest: !isZero)
            }
            let kept = magnitude >> UInt128(distance)
            return Digits(
                isNegative: isNegative, magnitude: kept, exponent: higher,
                hasRest: hasRest || kept << UInt128(distance) != magnitude)
        }
    }

    /// The directions of rounding, by the names that PTX has for them.
    enum Direction: String, CaseIterable { case rn, rz, rm, rp }

    init(_ integer: some FixedWidthInteger) {
        self = .finite(Digits(isNegative: integer < 0, magnitude: UInt128(integer.magnitude)))
    }

    var isNegative: Bool {
        switch self {
        case .nan: false
        case .infinity(let isNegative): isNegative
        case .finite(let digits): digits.isNegative
        }
    }

    var negated: ExactNumber {
        switch self {
        case .nan: return .nan
        case .infinity(let isNegative): return .infinity(isNegative: !isNegative)
        case .finite(var digits):
            digits.isNegative.toggle()
            return .finite(digits)
        }
    }

    /// The nearest whole number in a direction; a zero keeps the sign.
    func whole(_ direction: Direction) -> ExactNumber {
        guard case .finite(let digits) = self, digits.exponent < 0 else { return self }
        let half = digits.moved(toExponent: -1)
        var whole = digits.moved(toExponent: 0)
        let isExact = !whole.hasRest
        let isUp: Bool =
            switch direction {
            case .rn: half.magnitude & 1 == 1 && (half.hasRest || whole.magnitude & 1 == 1)
            case .rz: false
            case .rm: !isExact && digits.isNegative
            case .rp: !isExact && !digits.isNegative
            }
        whole.hasRest = false
        if isUp { whole.magnitude += 1 }
        return .finite(whole)
    }

    /// As an integer between the bounds, which are given where it lies beyond them; `nil` for NaN.
    func integer(_ direction: Direction, between lowest: Int128, and highest: Int128) -> Int128? {
        switch whole(direction) {
        case .nan: return nil
        case .infinity(let isNegative): return isNegative ? lowest : highest
        case .finite(let digits):
            if digits.magnitude == 0 { return 0 }
            let length = digits.exponent + 128 - digits.magnitude.leadingZeroBitCount
            guard length <= 100 else { return digits.isNegative ? lowest : highest }
            let magnitude = Int128(digits.magnitude << UInt128(max(digits.exponent, 0)))
            return min(max(digits.isNegative ? -magnitude : magnitude, lowest), highest)
        }
    }
}
