import PTX

/// `setp`, `set`, `selp`, `slct`.
extension Decoder {
    private static let comparisons: [(Modifier, Comparison)] = [
        ("eq", .equal), ("ne", .notEqual), ("lt", .less), ("le", .lessOrEqual), ("gt", .greater),
        ("ge", .greaterOrEqual), ("lo", .less), ("ls", .lessOrEqual), ("hi", .greater), ("hs", .greaterOrEqual),
        ("equ", .equalUnordered), ("neu", .notEqualUnordered), ("ltu", .lessUnordered),
        ("leu", .lessOrEqualUnordered), ("gtu", .greaterUnordered), ("geu", .greaterOrEqualUnordered),
        ("num", .bothNumbers), ("nan", .anyNaN),
    ]

    mutating func decodeComparison() throws(ComputeError) {
        switch instruction.opcode {
        case "setp": try decodePredicate()
        case "set": try decodeSet()
        case "selp":
            let type = instruction.type
            let (d, a, b) = (try destination(type), try source(1, type), try source(2, type))
            let c = try source(3, .pred)
            emit(.select(RowWidth(type))) { ($0.d, $0.a, $0.b, $0.c) = (d, a, b, c) }
        default:
            guard let type = instruction.types.first else { throw unsupported }
            let sign = instruction.types.last ?? .s32
            let (d, a, b, c) = (try destination(type), try source(1, type), try source(2, type), try source(3, sign))
            emit(.selectBySign(RowWidth(type), sign == .f32 ? .f32 : nil)) {
                ($0.d, $0.a, $0.b, $0.c) = (d, a, b, c)
            }
        }
    }

    private var comparison: Comparison? { Self.comparisons.first { instruction.has($0.0) }?.1 }

    private var combination: BooleanCombination? {
        if instruction.has("and") { return .and }
        if instruction.has("or") { return .or }
        return instruction.has("xor") ? .xor : nil
    }

    private func compareType(_ type: ScalarType) -> CompareType? {
        switch type {
        case .f32: .f32
        case .f64: .f64
        case .f16: .f16
        case .bf16: .bf16
        default:
            switch type.integer {
            case .u16: .u16
            case .s16: .s16
            case .u32: .u32
            case .s32: .s32
            case .u64: .u64
            case .s64: .s64
            case nil: nil
            }
        }
    }

    /// A temporary row with the comparison of operands 1 and 2.
    private mutating func emitComparison(into row: Int32, _ type: ScalarType) throws(ComputeError) {
        guard let comparison, let compareType = compareType(type) else { throw unsupported }
        let (a, b) = (try source(1, type), try source(2, type))
        emit(.compare(comparison, compareType)) { ($0.d, $0.a, $0.b) = (row, a, b) }
    }

    private mutating func decodePredicate() throws(ComputeError) {
        let type = instruction.type
        if type == .f16x2 || type == .bf16x2 { return try decodePairPredicates(type) }
        guard let first = instruction.operands.first else { throw unsupported }
        if case .register(let index) = first, combination == nil {
            return try emitComparison(into: row(ofRegister: index), type)
        }
        let result = makeRow(.bits32)
        try emitComparison(into: result, type)
        try deliver(result, to: first)
    }

    /// Combines a comparison with the predicate operand, if there is one, and writes it, and its opposite, to `d|p`.
    private mutating func deliver(_ result: Int32, to operand: CheckedOperand) throws(ComputeError) {
        var other: Int32?
        var positive = operand
        var negative: CheckedOperand?
        if case .pair(let first, let second) = operand { (positive, negative) = (first, second) }
        let third: Int32? = combination != nil ? try source(3, .pred) : nil
        if negative != nil {
            let opposite = makeRow(.bits32)
            emit(.unary(.not, .u32)) { ($0.d, $0.a) = (opposite, result) }
            other = opposite
        }
        // The opposite is combined before the first destination is written, which may be the predicate operand itself.
        if let combination, let third {
            emit(.combine(combination)) { ($0.d, $0.a, $0.b) = (result, result, third) }
            if let other { emit(.combine(combination)) { ($0.d, $0.a, $0.b) = (other, other, third) } }
        }
        guard let negative, let other else { return try write([(positive, result)]) }
        try write([(positive, result), (negative, other)])
    }

    /// Writes predicates; last the one that is the instruction's own condition, on which the others still depend.
    private mutating func write(_ results: [(operand: CheckedOperand, row: Int32)]) throws(ComputeError) {
        var condition = Int32(-1)
        if let register = instruction.condition?.register { condition = row(ofRegister: register) }
        var last: [(Int32, Int32)] = []
        for (operand, result) in results {
            let d = try destination(operand, .pred)
            if d == condition {
                last.append((d, result))
            } else {
                emit(.copy(.bits32)) { ($0.d, $0.a) = (d, result) }
            }
        }
        for (d, result) in last { emit(.copy(.bits32)) { ($0.d, $0.a) = (d, result) } }
    }

    /// Packed values give one predicate for each half.
    private mutating func decodePairPredicates(_ type: ScalarType) throws(ComputeError) {
        guard let comparison, case .pair(let low, let high)? = instruction.operands.first, combination == nil else {
            throw unsupported
        }
        let (a, b) = (try source(1, .b32), try source(2, .b32))
        let half: CompareType = type == .f16x2 ? .f16 : .bf16
        var results: [(operand: CheckedOperand, row: Int32)] = []
        for (position, operand) in [low, high].enumerated() {
            let (x, y, result) = (makeRow(.bits32), makeRow(.bits32), makeRow(.bits32))
            for (from, to) in [(a, x), (b, y)] {
                let rows = list(position == 0 ? [to, -1] : [-1, to])
                emit(.unpack(bits: 16, .bits32)) { ($0.a, $0.list) = (from, rows) }
            }
            emit(.compare(comparison, half)) { ($0.d, $0.a, $0.b) = (result, x, y) }
            results.append((operand, result))
        }
        try write(results)
    }

    private mutating func decodeSet() throws(ComputeError) {
        guard instruction.types.count == 2, let result = instruction.types.first else { throw unsupported }
        let type = instruction.type
        let flag = makeRow(.bits32)
        try emitComparison(into: flag, type)
        if let combination {
            let third = try source(3, .pred)
            emit(.combine(combination)) { ($0.d, $0.a, $0.b) = (flag, flag, third) }
        }
        let yes: UInt64
        switch result {
        case .f32: yes = UInt64(Float(1).bitPattern)
        case .f16: yes = 0x3c00
        case .bf16: yes = 0x3f80
        case .u32, .s32: yes = 0xffff_ffff
        default: throw unsupported
        }
        let (d, one, zero) = (try destination(result), constant(yes, RowWidth(result)), constant(0, RowWidth(result)))
        emit(.select(RowWidth(result))) { ($0.d, $0.a, $0.b, $0.c) = (d, one, zero, flag) }
    }
}
