/// Conversions between integers, floating-point formats, and widths.
extension Gang {
    /// d = the integer a, read with one type and cut or extended to the row's width.
    func convertInteger(_ source: IntegerSource, _ width: RowWidth, _ i: Operation) {
        switch source {
        case .u8: widen(i, width, UInt8.self)
        case .s8: widen(i, width, Int8.self)
        case .u16: widen(i, width, UInt16.self)
        case .s16: widen(i, width, Int16.self)
        case .u32: widen(i, width, UInt32.self)
        case .s32: widen(i, width, Int32.self)
        case .u64: widen(i, width, UInt64.self)
        case .s64: widen(i, width, Int64.self)
        }
    }

    @inline(__always)
    private func widen<T: FixedWidthInteger & LaneValue>(_ i: Operation, _ width: RowWidth, _: T.Type) {
        switch width {
        case .bits16: map(i) { (a: T) in UInt16(truncatingIfNeeded: a) }
        case .bits32: map(i) { (a: T) in UInt32(truncatingIfNeeded: a) }
        case .bits64: map(i) { (a: T) in UInt64(truncatingIfNeeded: a) }
        }
    }

    /// d = the low bits of a, extended with zeros or their sign to the row's width.
    func extend(bits: Int32, isSigned: Bool, _ width: RowWidth, _ i: Operation) {
        switch (width, isSigned) {
        case (.bits64, false): map(i) { (a: UInt64) in a.cut(to: bits) }
        case (.bits64, true):
            let unused = Int64(64 - bits)
            map(i) { (a: Int64) in (a &<< unused) &>> unused }
        case (_, false): map(i) { (a: UInt32) in UInt32(truncatingIfNeeded: UInt64(a).cut(to: bits)) }
        case (.bits16, true):
            let unused = Int32(32 - bits)
            map(i) { (a: Int32) in UInt32(UInt16(truncatingIfNeeded: (a &<< unused) &>> unused)) }
        case (_, true):
            let unused = Int32(32 - bits)
            map(i) { (a: Int32) in (a &<< unused) &>> unused }
        }
    }

    func integerToFloat(_ source: IntegerSource, _ type: FloatType, _ rounding: Rounding, _ i: Operation) {
        switch source {
        case .u8: fromInteger(i, type, rounding, UInt8.self)
        case .s8: fromInteger(i, type, rounding, Int8.self)
        case .u16: fromInteger(i, type, rounding, UInt16.self)
        case .s16: fromInteger(i, type, rounding, Int16.self)
        case .u32: fromInteger(i, type, rounding, UInt32.self)
        case .s32: fromInteger(i, type, rounding, Int32.self)
        case .u64: fromInteger(i, type, rounding, UInt64.self)
        case .s64: fromInteger(i, type, rounding, Int64.self)
        }
    }

    @inline(__always)
    private func fromInteger<T: FixedWidthInteger & LaneValue>(
        _ i: Operation, _ type: FloatType, _ rounding: Rounding, _: T.Type
    ) {
        switch type {
        case .f32: RoundingMode.with(rounding) { map(i) { (a: T) in Float(a) } }
        case .f64: RoundingMode.with(rounding) { map(i) { (a: T) in Double(a) } }
        default:
            // Rounded to odd on the way, so that rounding again to 16 bits rounds once.
            let isBrain = type == .bf16
            map(i) { (a: T) in HalfPrecision.bits(HalfPrecision.odd(a), isBrain: isBrain, rounding) }
        }
    }

    func floatToInteger(_ type: FloatType, _ target: IntegerSource, _ rounding: Rounding, _ i: Operation) {
        switch type {
        case .f64: toInteger(i, target, rounding) { (a: Double) in a }
        case .f32: toInteger(i, target, rounding) { (a: Float) in a }
        case .bf16, .bf16x2: toInteger(i, target, rounding) { (a: UInt32) in HalfPrecision.bfloat(a) }
        case .f16, .f16x2: toInteger(i, target, rounding) { (a: UInt32) in HalfPrecision.half(a) }
        }
    }

    @inline(__always)
    private func toInteger<T: LaneValue, F: BinaryFloatingPoint & LaneValue>(
        _ i: Operation, _ target: IntegerSource, _ rounding: Rounding, _ read: (T) -> F
    ) {
        switch target {
        case .u8: map(i) { (a: T) in read(a).clamped(rounding, to: UInt8.self) }
        case .s8: map(i) { (a: T) in Int32(read(a).clamped(rounding, to: Int8.self)) }
        case .u16: map(i) { (a: T) in read(a).clamped(rounding, to: UInt16.self) }
        case .s16: map(i) { (a: T) in read(a).clamped(rounding, to: Int16.self) }
        case .u32: map(i) { (a: T) in read(a).clamped(rounding, to: UInt32.self) }
        case .s32: map(i) { (a: T) in read(a).clamped(rounding, to: Int32.self) }
        case .u64: map(i) { (a: T) in read(a).clamped(rounding, to: UInt64.self) }
        case .s64: map(i) { (a: T) in read(a).clamped(rounding, to: Int64.self) }
        }
    }

    func floatToFloat(_ source: FloatType, _ target: FloatType, _ rounding: Rounding, _ i: Operation) {
        switch (source, target) {
        case (.f32, .f64): map(i) { (a: Float) in Double(a) }
        case (.f64, .f32): RoundingMode.with(rounding) { map(i) { (a: Double) in Float(a) } }
        case (.f32, .f16): map(i) { (a: Float) in HalfPrecision.bits(a, isBrain: false, rounding) }
        case (.f32, .bf16): map(i) { (a: Float) in HalfPrecision.bits(a, isBrain: true, rounding) }
        case (.f64, .f16):
            map(i) { (a: Double) in HalfPrecision.bits(HalfPrecision.odd(a), isBrain: false, rounding) }
        case (.f64, .bf16):
            map(i) { (a: Double) in HalfPrecision.bits(HalfPrecision.odd(a), isBrain: true, rounding) }
        case (.f16, .f32): map(i) { (a: UInt32) in HalfPrecision.half(a) }
        case (.bf16, .f32): map(i) { (a: UInt32) in HalfPrecision.bfloat(a) }
        case (.f16, .f64): map(i) { (a: UInt32) in Double(HalfPrecision.half(a)) }
        case (.bf16, .f64): map(i) { (a: UInt32) in Double(HalfPrecision.bfloat(a)) }
        case (.f16, .bf16):
            map(i) { (a: UInt32) in HalfPrecision.bits(HalfPrecision.half(a), isBrain: true, rounding) }
        case (.bf16, .f16):
            map(i) { (a: UInt32) in HalfPrecision.bits(HalfPrecision.bfloat(a), isBrain: false, rounding) }
        case (.f64, _): copy(.bits64, i)
        default: copy(.bits32, i)
        }
    }

    /// d = a rounded to an integer, in the same format.
    func roundToIntegral(_ type: FloatType, _ rounding: Rounding, _ i: Operation) {
        switch type {
        case .f64: map(i) { (a: Double) in a.integral(rounding) }
        case .f32: map(i) { (a: Float) in a.integral(rounding) }
        case .bf16, .bf16x2:
            map(i) { (a: UInt32) in HalfPrecision.bfloatBits(HalfPrecision.bfloat(a).integral(rounding)) }
        case .f16, .f16x2: map(i) { (a: UInt32) in HalfPrecision.halfBits(HalfPrecision.half(a).integral(rounding)) }
        }
    }

    /// d = a between 0 and 1; a NaN becomes 0.
    func saturate(_ type: FloatType, _ i: Operation) {
        switch type {
        case .f64: map(i) { (a: Double) in a.saturated }
        case .f32: map(i) { (a: Float) in a.saturated }
        case .bf16: map(i) { (a: UInt32) in HalfPrecision.bfloatBits(HalfPrecision.bfloat(a).saturated) }
        case .f16: map(i) { (a: UInt32) in HalfPrecision.halfBits(HalfPrecision.half(a).saturated) }
        case .f16x2:
            map(i) { (a: UInt32) in
                HalfPrecision.halfBits(HalfPrecision.half(a & 0xffff).saturated)
                    | HalfPrecision.halfBits(HalfPrecision.half(a >> 16).saturated) << 16
            }
        case .bf16x2:
            map(i) { (a: UInt32) in
                HalfPrecision.bfloatBits(HalfPrecision.bfloat(a & 0xffff).saturated)
                    | HalfPrecision.bfloatBits(HalfPrecision.bfloat(a >> 16).saturated) << 16
            }
        }
    }
}

extension HalfPrecision {
    /// A binary64 value in binary32, rounded to odd: what was cut off shows in the last bit.
    @inline(__always)
    static func odd(_ value: Double) -> Float {
        var single = Float(value)
        // Too large for binary32, not infinite: directed rounding must still be able to tell.
        if single.isInfinite, value.isFinite { return Float(signOf: single, magnitudeOf: .greatestFiniteMagnitude) }
        guard single.isFinite, Double(single) != value else { return single }
        if abs(Double(single)) > abs(value) { single = Float(bitPattern: single.bitPattern &- 1) }
        return Float(bitPattern: single.bitPattern | 1)
    }

    /// An integer in binary32, rounded to odd.
    @inline(__always)
    static func odd<T: FixedWidthInteger>(_ value: T) -> Float {
        if value.magnitude <= 1 << 24 { return Float(value) }
        // Values with more than 53 digits keep a trace of the rest in their last bit.
        let magnitude = UInt64(value.magnitude)
        let excess = UInt64(max(0, 11 - magnitude.leadingZeroBitCount))
        let kept = (magnitude >> excess) << excess
        let double = Double(kept == magnitude ? magnitude : kept | (1 << excess))
        return odd(value < 0 ? -double : double)
    }
}
