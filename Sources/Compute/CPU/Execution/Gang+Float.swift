import CLanes

/// Floating-point arithmetic. Rounding directions other than to nearest are set for the whole thread around a row by
/// ``RoundingMode``.
extension Gang {
    func execute(_ operation: FloatUnary, _ type: FloatType, _ i: Operation) {
        switch type {
        case .f32: singleUnary(operation, i)
        case .f64: doubleUnary(operation, i)
        case .f16, .bf16, .f16x2, .bf16x2: halfUnary(operation, type, i)
        }
    }

    func execute(_ operation: FloatBinary, _ type: FloatType, _ rounding: Rounding, _ i: Operation) {
        switch type {
        case .f32: RoundingMode.with(rounding) { binary(operation, i, Float.self) }
        case .f64: RoundingMode.with(rounding) { binary(operation, i, Double.self) }
        case .f16, .bf16, .f16x2, .bf16x2: halfBinary(operation, type, i)
        }
    }

    func fused(_ type: FloatType, _ rounding: Rounding, _ i: Operation) {
        switch type {
        case .f32:
            RoundingMode.with(rounding) {
                fusedRow(i, Float.self, UInt32.self) { tw_fma_f32($0, $1, $2, $3, $4) }
            }
        case .f64:
            RoundingMode.with(rounding) {
                fusedRow(i, Double.self, UInt64.self) { tw_fma_f64($0, $1, $2, $3, $4) }
            }
        case .f16, .bf16, .f16x2, .bf16x2: halfFused(type, i)
        }
    }

    /// Computes whole rows in C; where not every lane is meant, beside the row, and merges.
    @inline(__always)
    private func fusedRow<Value, Bits: FixedWidthInteger>(
        _ i: Operation, _: Value.Type, _: Bits.Type,
        _ compute: (
            UnsafeMutablePointer<Value>, UnsafePointer<Value>, UnsafePointer<Value>, UnsafePointer<Value>, Int
        ) -> Void
    ) {
        let count = end - first
        let (a, b, c) = (row(i.a, of: Value.self), row(i.b, of: Value.self), row(i.c, of: Value.self))
        let d = row(i.d, of: Value.self)
        if isFull { return compute(d + first, a + first, b + first, c + first, count) }
        withUnsafeTemporaryAllocation(of: Value.self, capacity: count) { results in
            guard let base = results.baseAddress else { return }
            compute(base, a + first, b + first, c + first, count)
            forEachLane { lane in d[lane] = base[lane - first] }
        }
    }

    @inline(__always)
    private func binary<T: BinaryFloatingPoint & LaneValue>(_ operation: FloatBinary, _ i: Operation, _: T.Type) {
        switch operation {
        case .add: map(i) { (a: T, b: T) in a + b }
        case .subtract: map(i) { (a: T, b: T) in a - b }
        case .multiply: map(i) { (a: T, b: T) in a * b }
        case .divide: map(i) { (a: T, b: T) in a / b }
        case .minimum: map(i) { (a: T, b: T) in a.minimum(b) }
        case .maximum: map(i) { (a: T, b: T) in a.maximum(b) }
        case .minimumNaN: map(i) { (a: T, b: T) in a.minimumNaN(b) }
        case .maximumNaN: map(i) { (a: T, b: T) in a.maximumNaN(b) }
        case .minimumXorSign:
            map(i) { (a: T, b: T) in a.absoluteBits.minimum(b.absoluteBits).withSign(xor: a, b) }
        case .maximumXorSign:
            map(i) { (a: T, b: T) in a.absoluteBits.maximum(b.absoluteBits).withSign(xor: a, b) }
        case .copySign: map(i) { (a: T, b: T) in a.sign(to: b) }
        }
    }

    private func singleUnary(_ operation: FloatUnary, _ i: Operation) {
        typealias F = ApproximateFunctions
        switch operation {
        case .exponential2: map(i) { (a: Float) in F.exponential2(a) }
        case .logarithm2: map(i) { (a: Float) in F.logarithm2(a) }
        case .sine: map(i) { (a: Float) in F.sine(a) }
        case .cosine: map(i) { (a: Float) in F.cosine(a) }
        case .hyperbolicTangent: map(i) { (a: Float) in F.hyperbolicTangent(a) }
        case .reciprocalSquareRoot: map(i) { (a: Float) in F.reciprocalSquareRoot(a) }
        default: exactUnary(operation, i, Float.self)
        }
    }

    private func doubleUnary(_ operation: FloatUnary, _ i: Operation) {
        switch operation {
        case .reciprocalSquareRoot: map(i) { (a: Double) in ApproximateFunctions.reciprocalSquareRoot(a) }
        default: exactUnary(operation, i, Double.self)
        }
    }

    @inline(__always)
    private func exactUnary<T: BinaryFloatingPoint & LaneValue>(_ operation: FloatUnary, _ i: Operation, _: T.Type) {
        let rounding = Rounding(rawValue: UInt8(truncatingIfNeeded: i.immediate)) ?? .nearest
        switch operation {
        case .absolute: map(i) { (a: T) in a.absoluteBits }
        case .negate: map(i) { (a: T) in a.negatedBits }
        case .squareRoot: RoundingMode.with(rounding) { map(i) { (a: T) in a.squareRoot() } }
        case .reciprocal: RoundingMode.with(rounding) { map(i) { (a: T) in 1 / a } }
        case .rectify: map(i) { (a: T) in a > 0 || a != a ? a : 0 }
        case .isFinite: map(i) { (a: T) -> Bool in a.isFinite }
        case .isInfinite: map(i) { (a: T) -> Bool in a.isInfinite }
        case .isNumber: map(i) { (a: T) -> Bool in a == a }
        case .isNotANumber: map(i) { (a: T) -> Bool in a != a }
        case .isNormal: map(i) { (a: T) -> Bool in a.isNormal }
        case .isSubnormal: map(i) { (a: T) -> Bool in a.isSubnormal }
        default: break
        }
    }
}
