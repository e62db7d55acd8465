/// Operations on parts of words, and those with a carry between them.
extension Gang {
    func permute(_ mode: PermuteMode, _ i: Operation) {
        map(i) { (a: UInt32, b: UInt32, c: UInt32) in BitLogic.permute(mode, a, b, c) }
    }

    /// Two 16-bit values in each word.
    func execute(_ action: PairAction, _ i: Operation) {
        switch action {
        case .add16: halves(i) { (a: UInt16, b: UInt16) in a &+ b }
        case .minimumUnsigned: halves(i) { (a: UInt16, b: UInt16) in min(a, b) }
        case .maximumUnsigned: halves(i) { (a: UInt16, b: UInt16) in max(a, b) }
        case .minimumSigned: halves(i) { (a: Int16, b: Int16) in min(a, b) }
        case .maximumSigned: halves(i) { (a: Int16, b: Int16) in max(a, b) }
        }
    }

    @inline(__always)
    private func halves<T: FixedWidthInteger & LaneValue>(_ i: Operation, _ operation: (T, T) -> T)
    where T.Storage == UInt32 {
        map(i) { (a: UInt32, b: UInt32) in
            let low = operation(T(truncatingIfNeeded: a), T(truncatingIfNeeded: b))
            let high = operation(T(truncatingIfNeeded: a >> 16), T(truncatingIfNeeded: b >> 16))
            return UInt32(UInt16(truncatingIfNeeded: low)) | UInt32(UInt16(truncatingIfNeeded: high)) << 16
        }
    }

    /// Sums and differences that read or write the condition code, which is a row of its own, `e`, holding 0 or 1.
    func execute(_ action: CarryAction, _ type: IntegerType, _ i: Operation) {
        switch type {
        case .u64, .s64: carry(action, i, UInt64.self)
        default: carry(action, i, UInt32.self)
        }
    }

    private func carry<T: FixedWidthInteger & LaneValue>(_ action: CarryAction, _ i: Operation, _: T.Type) {
        let flags = row(i.e, of: UInt32.self)
        let (a, b, d) = (row(i.a, of: T.Storage.self), row(i.b, of: T.Storage.self), row(i.d, of: T.Storage.self))
        let (readsFlag, writesFlag, subtracts): (Bool, Bool, Bool) =
            switch action {
            case .addOut: (false, true, false)
            case .addIn: (true, false, false)
            case .addInOut: (true, true, false)
            case .subtractOut: (false, true, true)
            case .subtractIn: (true, false, true)
            case .subtractInOut: (true, true, true)
            }
        forEachLane { lane in
            let (x, y) = (T(lane: a[lane]), T(lane: b[lane]))
            let carried: T = readsFlag ? T(flags[lane] & 1) : 0
            let (first, isFirst) = subtracts ? x.subtractingReportingOverflow(y) : x.addingReportingOverflow(y)
            let (result, isSecond) =
                subtracts ? first.subtractingReportingOverflow(carried) : first.addingReportingOverflow(carried)
            d[lane] = result.lane
            if writesFlag { flags[lane] = isFirst || isSecond ? 1 : 0 }
        }
    }

    /// Joins the rows of a list into wider lanes, the first lowest.
    func pack(bits: Int32, _ width: RowWidth, _ i: Operation, _ sources: UnsafePointer<Int32>) {
        let count = i.list.count
        forEachLane { lane in
            var value: UInt64 = 0
            for k in 0..<count {
                let part =
                    bits == 64 ? row(sources[k], of: UInt64.self)[lane] : UInt64(row(sources[k], of: UInt32.self)[lane])
                value |= part.cut(to: bits) << UInt64(bits * Int32(k))
            }
            write(value, width, i.d, lane)
        }
    }

    /// Splits lanes into the rows of a list, the lowest bits first; a row of -1 is not wanted.
    func unpack(bits: Int32, _ width: RowWidth, _ i: Operation, _ destinations: UnsafePointer<Int32>) {
        let count = i.list.count
        forEachLane { lane in
            let value: UInt64 =
                width == .bits64 ? row(i.a, of: UInt64.self)[lane] : UInt64(row(i.a, of: UInt32.self)[lane])
            for k in 0..<count where destinations[k] >= 0 {
                row(destinations[k], of: UInt32.self)[lane] =
                    UInt32(truncatingIfNeeded: (value >> UInt64(bits * Int32(k))).cut(to: bits))
            }
        }
    }

    @inline(__always)
    func write(_ value: UInt64, _ width: RowWidth, _ destination: Int32, _ lane: Int) {
        switch width {
        case .bits16: row(destination, of: UInt32.self)[lane] = UInt32(UInt16(truncatingIfNeeded: value))
        case .bits32: row(destination, of: UInt32.self)[lane] = UInt32(truncatingIfNeeded: value)
        case .bits64: row(destination, of: UInt64.self)[lane] = value
        }
    }
}

extension UInt64 {
    /// The low bits.
    @inline(__always)
    func cut(to bits: Int32) -> UInt64 { bits >= 64 ? self : self & ((1 << UInt64(bits)) &- 1) }
}
