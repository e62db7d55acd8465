/// Integer arithmetic, bits and shifts. Nothing here traps: overflow wraps, and division by zero gives all ones, its
/// remainder the dividend, as NVIDIA's devices do.
extension Gang {
    func execute(_ operation: IntegerUnary, _ type: IntegerType, _ i: Operation) {
        switch type {
        case .u16: unary(operation, i, UInt16.self)
        case .s16: unary(operation, i, Int16.self)
        case .u32: unary(operation, i, UInt32.self)
        case .s32: unary(operation, i, Int32.self)
        case .u64: unary(operation, i, UInt64.self)
        case .s64: unary(operation, i, Int64.self)
        }
    }

    func execute(_ operation: IntegerBinary, _ type: IntegerType, _ i: Operation) {
        switch type {
        case .u16: binary(operation, i, UInt16.self)
        case .s16: binary(operation, i, Int16.self)
        case .u32: binary(operation, i, UInt32.self)
        case .s32: binary(operation, i, Int32.self)
        case .u64: binary(operation, i, UInt64.self)
        case .s64: binary(operation, i, Int64.self)
        }
    }

    func execute(_ operation: IntegerTernary, _ type: IntegerType, _ i: Operation) {
        switch (operation, type) {
        case (.multiplyAddWide, .u16): map(i) { (a: UInt16, b: UInt16, c: UInt32) in UInt32(a) &* UInt32(b) &+ c }
        case (.multiplyAddWide, .s16): map(i) { (a: Int16, b: Int16, c: Int32) in Int32(a) &* Int32(b) &+ c }
        case (.multiplyAddWide, .s32): map(i) { (a: Int32, b: Int32, c: Int64) in Int64(a) &* Int64(b) &+ c }
        case (.multiplyAddWide, _): map(i) { (a: UInt32, b: UInt32, c: UInt64) in UInt64(a) &* UInt64(b) &+ c }
        case (_, .u16): ternary(operation, i, UInt16.self)
        case (_, .s16): ternary(operation, i, Int16.self)
        case (_, .u32): ternary(operation, i, UInt32.self)
        case (_, .s32): ternary(operation, i, Int32.self)
        case (_, .u64): ternary(operation, i, UInt64.self)
        case (_, .s64): ternary(operation, i, Int64.self)
        }
    }

    func insertBitField(_ type: IntegerType, _ i: Operation) {
        switch type {
        case .u64, .s64: map(i) { (a: UInt64, b: UInt64, c: UInt32, e: UInt32) in a.inserted(into: b, at: c, count: e) }
        default: map(i) { (a: UInt32, b: UInt32, c: UInt32, e: UInt32) in a.inserted(into: b, at: c, count: e) }
        }
    }

    @inline(__always)
    private func unary<T: FixedWidthInteger & LaneValue>(_ operation: IntegerUnary, _ i: Operation, _: T.Type) {
        switch operation {
        case .absolute: map(i) { (a: T) in a < 0 ? 0 &- a : a }
        case .negate: map(i) { (a: T) in 0 &- a }
        case .not: map(i) { (a: T) in ~a }
        case .logicalNot: map(i) { (a: T) -> T in a == 0 ? 1 : 0 }
        case .populationCount: map(i) { (a: T) in UInt32(truncatingIfNeeded: a.nonzeroBitCount) }
        case .leadingZeros: map(i) { (a: T) in UInt32(truncatingIfNeeded: a.leadingZeroBitCount) }
        case .reverseBits: map(i) { (a: T) in a.bitsReversed }
        case .findHighBit: map(i) { (a: T) in a.highBit }
        case .findHighBitShift:
            map(i) { (a: T) -> UInt32 in
                let bit = a.highBit
                return bit == .max ? bit : UInt32(T.bitWidth &- 1) &- bit
            }
        }
    }

    @inline(__always)
    private func binary<T: FixedWidthInteger & LaneValue>(_ operation: IntegerBinary, _ i: Operation, _: T.Type) {
        switch operation {
        case .add: map(i) { (a: T, b: T) in a &+ b }
        case .subtract: map(i) { (a: T, b: T) in a &- b }
        case .multiplyLow: map(i) { (a: T, b: T) in a &* b }
        case .multiplyHigh: map(i) { (a: T, b: T) in a.multipliedFullWidth(by: b).high }
        case .multiplyWide: multiplyWide(i, T.self)
        case .divide: map(i) { (a: T, b: T) in b == 0 ? ~0 : a.dividedReportingOverflow(by: b).partialValue }
        case .remainder:
            map(i) { (a: T, b: T) in b == 0 ? a : a.remainderReportingOverflow(dividingBy: b).partialValue }
        case .minimum: map(i) { (a: T, b: T) in a < b ? a : b }
        case .maximum: map(i) { (a: T, b: T) in a < b ? b : a }
        case .addSaturating: map(i) { (a: T, b: T) in a.addingSaturated(b) }
        case .subtractSaturating: map(i) { (a: T, b: T) in a.subtractingSaturated(b) }
        case .and: map(i) { (a: T, b: T) in a & b }
        case .or: map(i) { (a: T, b: T) in a | b }
        case .xor: map(i) { (a: T, b: T) in a ^ b }
        case .shiftLeft: map(i) { (a: T, b: UInt32) in b < UInt32(T.bitWidth) ? a &<< T(truncatingIfNeeded: b) : 0 }
        case .shiftRight:
            map(i) { (a: T, b: UInt32) -> T in
                let isBeyond = b >= UInt32(T.bitWidth)
                let beyond: T = a < 0 ? ~0 : 0
                return isBeyond ? beyond : a &>> T(truncatingIfNeeded: b)
            }
        case .multiply24Low: map(i) { (a: T, b: T) in a.cut24 &* b.cut24 }
        case .multiply24High: map(i) { (a: T, b: T) in a.productHigh24(b) }
        }
    }

    @inline(__always)
    private func multiplyWide<T: FixedWidthInteger>(_ i: Operation, _: T.Type) {
        switch (T.bitWidth, T.isSigned) {
        case (16, false): map(i) { (a: UInt16, b: UInt16) in UInt32(a) &* UInt32(b) }
        case (16, true): map(i) { (a: Int16, b: Int16) in Int32(a) &* Int32(b) }
        case (_, false): map(i) { (a: UInt32, b: UInt32) in UInt64(a) &* UInt64(b) }
        case (_, true): map(i) { (a: Int32, b: Int32) in Int64(a) &* Int64(b) }
        }
    }

    @inline(__always)
    private func ternary<T: FixedWidthInteger & LaneValue>(_ operation: IntegerTernary, _ i: Operation, _: T.Type) {
        switch operation {
        case .multiplyAddLow: map(i) { (a: T, b: T, c: T) in a &* b &+ c }
        case .multiplyAddHigh: map(i) { (a: T, b: T, c: T) in a.multipliedFullWidth(by: b).high &+ c }
        case .multiplyAddHighSaturating:
            map(i) { (a: T, b: T, c: T) in a.multipliedFullWidth(by: b).high.addingSaturated(c) }
        case .multiply24AddLow: map(i) { (a: T, b: T, c: T) in a.cut24 &* b.cut24 &+ c }
        case .multiply24AddHigh: map(i) { (a: T, b: T, c: T) in a.productHigh24(b) &+ c }
        case .sumOfDifference: map(i) { (a: T, b: T, c: T) in c &+ (a < b ? b &- a : a &- b) }
        case .bitFieldExtract: map(i) { (a: T, b: UInt32, c: UInt32) in a.extracted(at: b, count: c) }
        case .logic:
            let table = UInt8(truncatingIfNeeded: i.immediate)
            map(i) { (a: UInt32, b: UInt32, c: UInt32) in BitLogic.apply(table, a, b, c) }
        case .funnelLeftWrap: map(i) { (a: UInt32, b: UInt32, c: UInt32) in BitLogic.funnelLeft(a, b, c & 31) }
        case .funnelLeftClamp: map(i) { (a: UInt32, b: UInt32, c: UInt32) in BitLogic.funnelLeft(a, b, min(c, 32)) }
        case .funnelRightWrap: map(i) { (a: UInt32, b: UInt32, c: UInt32) in BitLogic.funnelRight(a, b, c & 31) }
        case .funnelRightClamp: map(i) { (a: UInt32, b: UInt32, c: UInt32) in BitLogic.funnelRight(a, b, min(c, 32)) }
        case .dot4, .dot2Low, .dot2High: dot(operation, i, T.isSigned)
        case .multiplyAddWide: break
        }
    }

    /// `dp4a` and `dp2a`; the operation's own number tells whether the second factor is signed.
    private func dot(_ operation: IntegerTernary, _ i: Operation, _ isSigned: Bool) {
        let isSecondSigned = i.immediate != 0
        switch operation {
        case .dot2Low: map(i) { (a: UInt32, b: UInt32, c: UInt32) in BitLogic.dot2(a, b, c, isSigned, isSecondSigned) }
        case .dot2High:
            map(i) { (a: UInt32, b: UInt32, c: UInt32) in BitLogic.dot2(a, b >> 16, c, isSigned, isSecondSigned) }
        default: map(i) { (a: UInt32, b: UInt32, c: UInt32) in BitLogic.dot4(a, b, c, isSigned, isSecondSigned) }
        }
    }
}
