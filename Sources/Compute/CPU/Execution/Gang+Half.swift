/// Arithmetic on binary16 and `bfloat16`, single and in pairs: computed in binary32, rounded once.
///
/// That is exact for sums, differences, products and quotients, because binary32 has more than twice the digits.
extension Gang {
    func halfBinary(_ operation: FloatBinary, _ type: FloatType, _ i: Operation) {
        switch operation {
        case .add: halves(type, i) { $0 + $1 }
        case .subtract: halves(type, i) { $0 - $1 }
        case .multiply: halves(type, i) { $0 * $1 }
        case .divide: halves(type, i) { $0 / $1 }
        case .minimum: halves(type, i) { $0.minimum($1) }
        case .maximum: halves(type, i) { $0.maximum($1) }
        case .minimumNaN: halves(type, i) { $0.minimumNaN($1) }
        case .maximumNaN: halves(type, i) { $0.maximumNaN($1) }
        case .minimumXorSign:
            halves(type, i) { $0.absoluteBits.minimum($1.absoluteBits).withSign(xor: $0, $1) }
        case .maximumXorSign:
            halves(type, i) { $0.absoluteBits.maximum($1.absoluteBits).withSign(xor: $0, $1) }
        case .copySign: halves(type, i) { $0.sign(to: $1) }
        }
    }

    func halfUnary(_ operation: FloatUnary, _ type: FloatType, _ i: Operation) {
        typealias F = ApproximateFunctions
        switch operation {
        case .absolute: halves(type, i) { a, _ in a.absoluteBits }
        case .negate: halves(type, i) { a, _ in a.negatedBits }
        case .squareRoot: halves(type, i) { a, _ in a.squareRoot() }
        case .reciprocal: halves(type, i) { a, _ in 1 / a }
        case .reciprocalSquareRoot: halves(type, i) { a, _ in F.reciprocalSquareRoot(a) }
        case .exponential2: halves(type, i) { a, _ in F.exponential2(a) }
        case .logarithm2: halves(type, i) { a, _ in F.logarithm2(a) }
        case .sine: halves(type, i) { a, _ in F.sine(a) }
        case .cosine: halves(type, i) { a, _ in F.cosine(a) }
        case .hyperbolicTangent: halves(type, i) { a, _ in F.hyperbolicTangent(a) }
        case .rectify: halves(type, i) { a, _ in a > 0 || a != a ? a : 0 }
        default: break
        }
    }

    func halfFused(_ type: FloatType, _ i: Operation) {
        map(i) { (a: UInt32, b: UInt32, c: UInt32) in
            Self.parts(type) { part, shift in
                Self.narrow(
                    HalfPrecision.fused(
                        Self.widen(a &>> shift, type), Self.widen(b &>> shift, type), Self.widen(c &>> shift, type)),
                    type)
            }
        }
    }

    @inline(__always)
    private func halves(_ type: FloatType, _ i: Operation, _ operation: (Float, Float) -> Float) {
        map(i) { (a: UInt32, b: UInt32) in
            Self.parts(type) { _, shift in
                Self.narrow(operation(Self.widen(a &>> shift, type), Self.widen(b &>> shift, type)), type)
            }
        }
    }

    /// Computes one or two 16-bit parts of a word.
    @inline(__always)
    private static func parts(_ type: FloatType, _ compute: (Int, UInt32) -> UInt32) -> UInt32 {
        let low = compute(0, 0) & 0xffff
        return type == .f16x2 || type == .bf16x2 ? low | compute(1, 16) << 16 : low
    }

    @inline(__always)
    private static func widen(_ bits: UInt32, _ type: FloatType) -> Float {
        type == .bf16 || type == .bf16x2 ? HalfPrecision.bfloat(bits) : HalfPrecision.half(bits & 0xffff)
    }

    @inline(__always)
    private static func narrow(_ value: Float, _ type: FloatType) -> UInt32 {
        type == .bf16 || type == .bf16x2 ? HalfPrecision.bfloatBits(value) : HalfPrecision.halfBits(value)
    }
}
