/// From an operation to the function that does it.
extension Gang {
    @inline(__always)
    mutating func execute(_ i: Operation, _ counter: Int32) throws(KernelFault) {
        switch i.action {
        case .load(let type, let width, let space): try load(type, width, space, i, at: Int(counter))
        case .store(let type, let space): try store(type, space, i, at: Int(counter))
        case .atomic(let action, let type, let space): try atomic(action, type, space, i, at: Int(counter))
        case .print: try print(i, at: Int(counter))
        default: compute(i)
        }
    }

    private func compute(_ i: Operation) {
        switch i.action {
        case .copy(let width): copy(width, i)
        case .unary(let operation, let type): execute(operation, type, i)
        case .binary(let operation, let type): execute(operation, type, i)
        case .ternary(let operation, let type): execute(operation, type, i)
        case .bitFieldInsert(let type): insertBitField(type, i)
        case .carry(let action, let type): execute(action, type, i)
        case .permute(let mode): permute(mode, i)
        case .pairs(let action): execute(action, i)
        case .floatUnary(let operation, let type): execute(operation, type, i)
        case .floatBinary(let operation, let type, let rounding): execute(operation, type, rounding, i)
        case .floatFused(let type, let rounding): fused(type, rounding, i)
        case .compare(let comparison, let type): compare(comparison, type, i)
        case .combine(let combination): combine(combination, i)
        case .select(let width): select(width, i)
        case .selectBySign(let width, let type): selectBySign(width, type, i)
        case .convertInteger(let source, let width): convertInteger(source, width, i)
        case .extend(let bits, let isSigned, let width): extend(bits: bits, isSigned: isSigned, width, i)
        case .integerToFloat(let source, let type, let rounding): integerToFloat(source, type, rounding, i)
        case .floatToInteger(let type, let target, let rounding): floatToInteger(type, target, rounding, i)
        case .floatToFloat(let source, let target, let rounding): floatToFloat(source, target, rounding, i)
        case .roundToIntegral(let type, let rounding): roundToIntegral(type, rounding, i)
        case .saturate(let type): saturate(type, i)
        case .pack(let bits, let width): pack(bits: bits, width, i, context.lists + Int(i.list.lowerBound))
        case .unpack(let bits, let width): unpack(bits: bits, width, i, context.lists + Int(i.list.lowerBound))
        case .isInSpace(let space): isInSpace(space, i)
        case .activeMask: activeMask(i)
        case .clock(let kind): readClock(kind, i)
        case .load, .store, .atomic, .print, .shuffle, .vote, .match, .reduce, .elect, .warpSync, .branch,
            .indexedBranch, .call, .returnFromCall, .exit, .trap, .barrier:
            break
        }
    }

    /// d = a clock: nanoseconds since some moment stand for cycles as well.
    private func readClock(_ kind: ClockKind, _ i: Operation) {
        let now = MonotonicClock.now()
        let (value, width): (UInt64, RowWidth) =
            switch kind {
            case .cycles32, .nanosecondsLow: (now & 0xffff_ffff, .bits32)
            case .cycles32High, .nanosecondsHigh: (now >> 32, .bits32)
            case .cycles64, .nanoseconds: (now, .bits64)
            }
        forEachLane { lane in write(value, width, i.d, lane) }
    }
}
