import PTX

/// Arithmetic of all types, and operations on bits.
extension Decoder {
    mutating func decodeArithmetic() throws(ComputeError) {
        let type = instruction.type
        if let float = type.float { return try decodeFloatArithmetic(float, type) }
        if instruction.has("cc") { return try decodeCarry() }
        if type == .u16x2 || type == .s16x2 { return try decodePairs(isSigned: type == .s16x2) }
        guard let integer = type.integer else { throw unsupported }
        switch instruction.opcode {
        case "add": try emitBinary(.binary(instruction.has("sat") ? .addSaturating : .add, integer), type)
        case "sub": try emitBinary(.binary(instruction.has("sat") ? .subtractSaturating : .subtract, integer), type)
        case "min", "max":
            let isMinimum = instruction.opcode == "min"
            try emitBinary(.binary(isMinimum ? .minimum : .maximum, integer), type)
            if instruction.has("relu") {
                let (d, zero) = (try destination(type), constant(0, RowWidth(type)))
                emit(.binary(.maximum, integer)) { ($0.d, $0.a, $0.b) = (d, d, zero) }
            }
        case "div": try emitBinary(.binary(.divide, integer), type)
        case "abs": try emitUnary(.unary(.absolute, integer), type)
        case "neg": try emitUnary(.unary(.negate, integer), type)
        case "mul": try decodeMultiplication(integer, type)
        case "mad": try decodeMultiplyAdd(integer, type)
        default: throw unsupported
        }
    }

    private mutating func decodeMultiplication(_ integer: IntegerType, _ type: ScalarType) throws(ComputeError) {
        if instruction.has("wide") {
            let (d, a, b) = (try destination(type.doubled), try source(1, type), try source(2, type))
            emit(.binary(.multiplyWide, integer)) { ($0.d, $0.a, $0.b) = (d, a, b) }
        } else {
            try emitBinary(.binary(instruction.has("hi") ? .multiplyHigh : .multiplyLow, integer), type)
        }
    }

    private mutating func decodeMultiplyAdd(_ integer: IntegerType, _ type: ScalarType) throws(ComputeError) {
        if instruction.has("wide") {
            let (d, a, b) = (try destination(type.doubled), try source(1, type), try source(2, type))
            let c = try source(3, type.doubled)
            emit(.ternary(.multiplyAddWide, integer)) { ($0.d, $0.a, $0.b, $0.c) = (d, a, b, c) }
        } else if instruction.has("hi") {
            let action: IntegerTernary = instruction.has("sat") ? .multiplyAddHighSaturating : .multiplyAddHigh
            try emitTernary(.ternary(action, integer), type)
        } else {
            try emitTernary(.ternary(.multiplyAddLow, integer), type)
        }
    }

    private mutating func decodePairs(isSigned: Bool) throws(ComputeError) {
        let action: PairAction
        switch instruction.opcode {
        case "add": action = .add16
        case "min": action = isSigned ? .minimumSigned : .minimumUnsigned
        case "max": action = isSigned ? .maximumSigned : .maximumUnsigned
        default: throw unsupported
        }
        guard !instruction.has("relu") else { throw unsupported }
        try emitBinary(.pairs(action), .b32)
    }

    /// `add.cc`, `addc`, `sub.cc`, `subc`, `mad.cc`, `madc`.
    mutating func decodeCarry() throws(ComputeError) {
        let type = instruction.type
        guard let integer = type.integer else { throw unsupported }
        let setsFlag = instruction.has("cc")
        let readsFlag = instruction.opcode.hasSuffix("c")
        let isSubtraction = instruction.opcode.hasPrefix("sub")
        let action: CarryAction
        switch (isSubtraction, readsFlag, setsFlag) {
        case (false, false, _): action = .addOut
        case (false, true, false): action = .addIn
        case (false, true, true): action = .addInOut
        case (true, false, _): action = .subtractOut
        case (true, true, false): action = .subtractIn
        case (true, true, true): action = .subtractInOut
        }
        let flags = conditionCode()
        let d = try destination(type)
        var (a, b) = (try source(1, type), try source(2, type))
        if instruction.opcode.hasPrefix("mad") {
            let product = makeRow(RowWidth(type))
            emit(.binary(instruction.has("hi") ? .multiplyHigh : .multiplyLow, integer)) {
                ($0.d, $0.a, $0.b) = (product, a, b)
            }
            (a, b) = (product, try source(3, type))
        }
        emit(.carry(action, integer)) { ($0.d, $0.a, $0.b, $0.e) = (d, a, b, flags) }
    }

    mutating func decodeBits() throws(ComputeError) {
        let type = instruction.type
        // Rows of predicates are words of all ones or zeros.
        guard let integer = type == .pred ? .u32 : type.integer else { throw unsupported }
        switch instruction.opcode {
        case "and": try emitBinary(.binary(.and, integer), type)
        case "or": try emitBinary(.binary(.or, integer), type)
        case "xor": try emitBinary(.binary(.xor, integer), type)
        case "not": try emitUnary(.unary(.not, integer), type)
        case "cnot": try emitUnary(.unary(.logicalNot, integer), type)
        case "shl": try emitBinary(.binary(.shiftLeft, integer), type, second: .u32)
        case "shr": try emitBinary(.binary(.shiftRight, integer), type, second: .u32)
        case "rem": try emitBinary(.binary(.remainder, integer), type)
        case "sad": try emitTernary(.ternary(.sumOfDifference, integer), type)
        case "mul24": try emitBinary(.binary(instruction.has("hi") ? .multiply24High : .multiply24Low, integer), type)
        case "mad24":
            guard !instruction.has("sat") else { throw unsupported }
            try emitTernary(.ternary(instruction.has("hi") ? .multiply24AddHigh : .multiply24AddLow, integer), type)
        case "popc": try emitCount(.populationCount, integer, type)
        case "clz": try emitCount(.leadingZeros, integer, type)
        case "brev": try emitUnary(.unary(.reverseBits, integer), type)
        case "bfind":
            try emitCount(instruction.has("shiftamt") ? .findHighBitShift : .findHighBit, integer, type)
        case "bfe": try emitTernary(.ternary(.bitFieldExtract, integer), type, second: .u32, third: .u32)
        case "bfi":
            let (d, a, b) = (try destination(type), try source(1, type), try source(2, type))
            let (c, e) = (try source(3, .u32), try source(4, .u32))
            emit(.bitFieldInsert(integer)) { ($0.d, $0.a, $0.b, $0.c, $0.e) = (d, a, b, c, e) }
        default: try decodeWordLogic()
        }
    }

    private mutating func emitCount(
        _ operation: IntegerUnary, _ integer: IntegerType, _ type: ScalarType
    ) throws(ComputeError) {
        let (d, a) = (try destination(.u32), try source(1, type))
        emit(.unary(operation, integer)) { ($0.d, $0.a) = (d, a) }
    }

    private mutating func decodeWordLogic() throws(ComputeError) {
        let (d, a, b, c) = (try destination(.b32), try source(1, .b32), try source(2, .b32), try source(3, .b32))
        let action: Action
        var number: Int64 = 0
        switch instruction.opcode {
        case "lop3":
            guard instruction.operands.count == 5, case .immediate(let table) = instruction.operands[4] else {
                throw unsupported
            }
            action = .ternary(.logic, .u32)
            number = Int64(table & 0xff)
        case "shf":
            let isLeft = instruction.has("l")
            let wraps = instruction.has("wrap")
            action = .ternary(
                isLeft ? (wraps ? .funnelLeftWrap : .funnelLeftClamp) : (wraps ? .funnelRightWrap : .funnelRightClamp),
                .u32)
        case "prmt":
            let modes: [(Modifier, PermuteMode)] = [
                ("f4e", .forward4), ("b4e", .backward4), ("rc8", .replicate8), ("ecl", .edgeClampLeft),
                ("ecr", .edgeClampRight), ("rc16", .replicate16),
            ]
            action = .permute(modes.first { instruction.has($0.0) }?.1 ?? .bytes)
        case "dp4a", "dp2a":
            let isSigned = instruction.types.first == .s32
            number = instruction.types.last == .s32 ? 1 : 0
            let kind: IntegerTernary =
                instruction.opcode == "dp4a" ? .dot4 : instruction.has("hi") ? .dot2High : .dot2Low
            action = .ternary(kind, isSigned ? .s32 : .u32)
        default: throw unsupported
        }
        emit(action) { ($0.d, $0.a, $0.b, $0.c, $0.immediate) = (d, a, b, c, number) }
    }
}

extension ScalarType {
    /// The type of twice the width with the same kind.
    var doubled: ScalarType {
        switch self {
        case .u16: .u32
        case .s16: .s32
        case .u32: .u64
        default: .s64
        }
    }
}
