/// Comparisons, choices between two values, and logic on predicates.
extension Gang {
    /// d = a compared with b, as a predicate.
    func compare(_ comparison: Comparison, _ type: CompareType, _ i: Operation) {
        switch type {
        case .u16: order(comparison, i, UInt16.self)
        case .s16: order(comparison, i, Int16.self)
        case .u32: order(comparison, i, UInt32.self)
        case .s32: order(comparison, i, Int32.self)
        case .u64: order(comparison, i, UInt64.self)
        case .s64: order(comparison, i, Int64.self)
        case .f32: orderFloats(comparison, i) { (a: Float) in a }
        case .f64: orderFloats(comparison, i) { (a: Double) in a }
        case .f16: orderFloats(comparison, i) { (a: UInt32) in HalfPrecision.half(a) }
        case .bf16: orderFloats(comparison, i) { (a: UInt32) in HalfPrecision.bfloat(a) }
        }
    }

    @inline(__always)
    private func order<T: FixedWidthInteger & LaneValue>(_ comparison: Comparison, _ i: Operation, _: T.Type) {
        switch comparison {
        case .equal, .equalUnordered: map(i) { (a: T, b: T) -> Bool in a == b }
        case .notEqual, .notEqualUnordered: map(i) { (a: T, b: T) -> Bool in a != b }
        case .less, .lessUnordered: map(i) { (a: T, b: T) -> Bool in a < b }
        case .lessOrEqual, .lessOrEqualUnordered: map(i) { (a: T, b: T) -> Bool in a <= b }
        case .greater, .greaterUnordered: map(i) { (a: T, b: T) -> Bool in a > b }
        case .greaterOrEqual, .greaterOrEqualUnordered: map(i) { (a: T, b: T) -> Bool in a >= b }
        case .bothNumbers, .anyNaN: break
        }
    }

    @inline(__always)
    private func orderFloats<T: LaneValue, F: BinaryFloatingPoint>(
        _ comparison: Comparison, _ i: Operation, _ read: (T) -> F
    ) {
        switch comparison {
        case .equal: map(i) { (a: T, b: T) -> Bool in read(a) == read(b) }
        // Ordered inequality is false beside a NaN, unlike Swift's.
        case .notEqual: map(i) { (a: T, b: T) -> Bool in read(a) < read(b) || read(a) > read(b) }
        case .less: map(i) { (a: T, b: T) -> Bool in read(a) < read(b) }
        case .lessOrEqual: map(i) { (a: T, b: T) -> Bool in read(a) <= read(b) }
        case .greater: map(i) { (a: T, b: T) -> Bool in read(a) > read(b) }
        case .greaterOrEqual: map(i) { (a: T, b: T) -> Bool in read(a) >= read(b) }
        case .equalUnordered: map(i) { (a: T, b: T) -> Bool in !(read(a) < read(b) || read(a) > read(b)) }
        case .notEqualUnordered: map(i) { (a: T, b: T) -> Bool in read(a) != read(b) }
        case .lessUnordered: map(i) { (a: T, b: T) -> Bool in !(read(a) >= read(b)) }
        case .lessOrEqualUnordered: map(i) { (a: T, b: T) -> Bool in !(read(a) > read(b)) }
        case .greaterUnordered: map(i) { (a: T, b: T) -> Bool in !(read(a) <= read(b)) }
        case .greaterOrEqualUnordered: map(i) { (a: T, b: T) -> Bool in !(read(a) < read(b)) }
        case .bothNumbers: map(i) { (a: T, b: T) -> Bool in read(a) == read(a) && read(b) == read(b) }
        case .anyNaN: map(i) { (a: T, b: T) -> Bool in read(a) != read(a) || read(b) != read(b) }
        }
    }

    /// d = a combined with b, both predicates.
    func combine(_ combination: BooleanCombination, _ i: Operation) {
        switch combination {
        case .and: map(i) { (a: UInt32, b: UInt32) in a & b }
        case .or: map(i) { (a: UInt32, b: UInt32) in a | b }
        case .xor: map(i) { (a: UInt32, b: UInt32) in a ^ b }
        }
    }

    /// d = c ? a : b.
    func select(_ width: RowWidth, _ i: Operation) {
        switch width {
        case .bits16, .bits32: map(i) { (a: UInt32, b: UInt32, c: UInt32) in c != 0 ? a : b }
        case .bits64: map(i) { (a: UInt64, b: UInt64, c: UInt32) in c != 0 ? a : b }
        }
    }

    /// d = c ≥ 0 ? a : b, where c is an integer or a binary32; a NaN chooses b.
    func selectBySign(_ width: RowWidth, _ type: FloatType?, _ i: Operation) {
        switch (width, type) {
        case (.bits64, nil): map(i) { (a: UInt64, b: UInt64, c: Int32) in c >= 0 ? a : b }
        case (.bits64, _): map(i) { (a: UInt64, b: UInt64, c: Float) in c >= 0 ? a : b }
        case (_, nil): map(i) { (a: UInt32, b: UInt32, c: Int32) in c >= 0 ? a : b }
        case (_, _): map(i) { (a: UInt32, b: UInt32, c: Float) in c >= 0 ? a : b }
        }
    }

    /// d = a.
    func copy(_ width: RowWidth, _ i: Operation) {
        switch width {
        case .bits16, .bits32: map(i) { (a: UInt32) in a }
        case .bits64: map(i) { (a: UInt64) in a }
        }
    }
}
