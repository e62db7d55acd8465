import TestSupport

/// Values at which arithmetic goes wrong, if it does.
struct InterestingBits {
    var generator: SeededGenerator
    /// Whether only zeros, ones, extremes and the like come, so that they meet each other.
    var isSpecial = false

    mutating func next(_ kind: RegisterKind) -> UInt64 {
        switch kind {
        case .pred: generator.next() & 1
        case .b16, .b32, .b64: integer(kind.bitWidth)
        case .f16x2, .bf16x2: number(kind.parts[0].format) | number(kind.parts[1].format) << 16
        case .f32, .f64, .f16, .bf16: number(kind.parts[0].format)
        }
    }

    private mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &generator) }

    private mutating func integer(_ width: Int) -> UInt64 {
        let mask: UInt64 = .max >> UInt64(64 - width)
        let value: UInt64 =
            switch isSpecial ? 0 : below(8) {
            case 0:
                [0, 1, .max, 1 << UInt64(width - 1), (1 << UInt64(width - 1)) - 1].randomElement(using: &generator) ?? 0
            case 1: 1 << UInt64(below(width))
            case 2: (1 << UInt64(below(width))) &- 1
            case 3: UInt64(below(80))
            case 4: 0 &- UInt64(below(80))
            case 5:
                UInt64(
                    [8, 15, 16, 24, 31, 32, 33, 63, 64, 65, 127, 128, 255, 256, 257].randomElement(using: &generator)
                        ?? 0)
            default: generator.next()
            }
        return value & mask
    }

    private mutating func number(_ format: NumberFormat) -> UInt64 {
        let sign = generator.next() & 1 == 0 ? 0 : format.signBit
        return sign | magnitude(format)
    }

    private mutating func magnitude(_ format: NumberFormat) -> UInt64 {
        let random = generator.next()
        let fractionBits = UInt64(format.precision - 1)
        let fraction = random & (format.smallestNormal - 1)
        switch isSpecial ? below(2) : below(10) {
        case 0: return [0, format.one, format.infinity, format.quietNaN, 0].randomElement(using: &generator) ?? 0
        case 1:
            return [1, format.smallestNormal - 1, format.smallestNormal, format.infinity - 1].randomElement(
                using: &generator) ?? 0
        case 2: return fraction
        case 3: return random & (format.signBit - 1)
        case 4:
            // Halves and quarters near the bounds of integer types.
            let base = Int64(1) << Int64(below(18)) + Int64(below(5)) - 2
            return format.magnitude(format.bits(.finite(.init(magnitude: UInt128(max(base, 0)), exponent: -below(3)))))
        case 5:
            let power = [7, 8, 15, 16, 31, 32, 63, 64].randomElement(using: &generator) ?? 0
            let bits = format.bits(.finite(.init(magnitude: 1, exponent: power)), .rz)
            return format.magnitude(bits &+ UInt64(below(3)) &- 1)
        case 6: return format.one &+ UInt64(below(5)) &- 2
        default:
            // Numbers of similar size, whose sums and products stay in range.
            let exponent = format.one >> fractionBits &+ UInt64(below(24)) &- 12
            return exponent << fractionBits | fraction
        }
    }
}
