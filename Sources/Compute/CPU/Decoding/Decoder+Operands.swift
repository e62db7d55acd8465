import PTX

/// From operands to rows.
extension Decoder {
    /// The row of a source operand, read with that type.
    mutating func source(_ operand: CheckedOperand, _ type: ScalarType) throws(ComputeError) -> Int32 {
        let width = RowWidth(type)
        switch operand {
        case .register(let index):
            return fit(row(ofRegister: index), RowWidth(function.registers[index].type), to: width)
        case .negated(let index):
            let result = makeRow(.bits32)
            let (predicate, ones) = (row(ofRegister: index), constant(0xffff_ffff, .bits32))
            emit(.binary(.xor, .u32)) { ($0.d, $0.a, $0.b) = (result, predicate, ones) }
            return result
        case .immediate(let bits):
            if type == .pred { return constant(bits != 0 ? 0xffff_ffff : 0, .bits32) }
            return constant(bits, width)
        case .variable(let place, let offset): return constant(try address(of: place, offset), .bits64)
        case .special(let register): return try specialSource(register, width)
        default: throw unsupported
        }
    }

    /// The operand at a position.
    mutating func source(_ position: Int, _ type: ScalarType) throws(ComputeError) -> Int32 {
        guard position < instruction.operands.count else { throw unsupported }
        return try source(instruction.operands[position], type)
    }

    /// The row of a destination; a sink gets a row nobody reads.
    mutating func destination(_ operand: CheckedOperand, _ type: ScalarType) throws(ComputeError) -> Int32 {
        switch operand {
        case .register(let index): return row(ofRegister: index)
        case .sink: return makeRow(RowWidth(type))
        default: throw unsupported
        }
    }

    mutating func destination(_ type: ScalarType) throws(ComputeError) -> Int32 {
        guard let first = instruction.operands.first else { throw unsupported }
        return try destination(first, type)
    }

    /// How a destination's register is stored, which may be wider than the instruction's type.
    func width(of operand: CheckedOperand, or type: ScalarType) -> RowWidth {
        if case .register(let index) = operand { RowWidth(function.registers[index].type) } else { RowWidth(type) }
    }

    /// A row of another width with the same value, zero-extended or cut.
    private mutating func fit(_ row: Int32, _ from: RowWidth, to wanted: RowWidth) -> Int32 {
        guard (from == .bits64) != (wanted == .bits64) else { return row }
        let result = makeRow(wanted)
        emit(.convertInteger(from == .bits64 ? .u64 : .u32, wanted)) { ($0.d, $0.a) = (result, row) }
        return result
    }

    private mutating func specialSource(
        _ register: SpecialRegister, _ width: RowWidth
    ) throws(ComputeError) -> Int32 {
        let kind: ClockKind
        switch register {
        case .clock: kind = .cycles32
        case .clockHigh: kind = .cycles32High
        case .clock64: kind = .cycles64
        case .globalTimer: kind = .nanoseconds
        case .globalTimerLow: kind = .nanosecondsLow
        case .globalTimerHigh: kind = .nanosecondsHigh
        case .other(let name):
            throw ComputeError(
                .malformedPTX, "line \(instruction.span.line): the CPU device has no special register %\(name)")
        default: return fit(special(register), .bits32, to: width)
        }
        let own: RowWidth = kind == .cycles64 || kind == .nanoseconds ? .bits64 : .bits32
        let result = makeRow(own)
        emit(.clock(kind)) { $0.d = result }
        return fit(result, own, to: width)
    }

    /// The address of a variable within its own space.
    func address(of place: CheckedOperand.Place, _ offset: Int64) throws(ComputeError) -> UInt64 {
        let start: UInt64
        switch place {
        case .module(let index):
            if let shared = layout.shared[index] {
                start = UInt64(shared)
            } else if let module = layout.module[index] {
                start = MemoryMap.moduleBase + UInt64(module)
            } else {
                throw unsupported
            }
        case .frame(let index): start = UInt64(layout.frames[functionIndex]?.variables[index] ?? 0)
        case .parameter(let index):
            let own = UInt64(function.parameters[index].offset)
            start = function.isEntry ? own : own + UInt64(layout.frames[functionIndex]?.parameters ?? 0)
        case .result(let index):
            start = UInt64((layout.frames[functionIndex]?.results ?? 0) + function.results[index].offset)
        }
        return start &+ UInt64(bitPattern: offset)
    }

    /// A row of addresses and a constant added to it.
    mutating func address(_ operand: CheckedOperand) throws(ComputeError) -> (row: Int32, offset: Int64) {
        guard case .address(let base, let offset) = operand else { throw unsupported }
        switch base {
        case .none: return (constant(UInt64(bitPattern: offset), .bits64), 0)
        case .register(let index):
            return (fit(row(ofRegister: index), RowWidth(function.registers[index].type), to: .bits64), offset)
        case .place(let place): return (constant(try address(of: place, offset), .bits64), 0)
        }
    }
}

extension ScalarType {
    /// The integer lanes that hold such values.
    var integer: IntegerType? {
        switch self {
        case .u16, .b16: .u16
        case .s16: .s16
        case .u32, .b32: .u32
        case .s32: .s32
        case .u64, .b64: .u64
        case .s64: .s64
        default: nil
        }
    }

    /// The same with 8-bit types.
    var integerSource: IntegerSource? {
        switch self {
        case .u8, .b8: .u8
        case .s8: .s8
        case .u16, .b16: .u16
        case .s16: .s16
        case .u32, .b32: .u32
        case .s32: .s32
        case .u64, .b64: .u64
        case .s64: .s64
        default: nil
        }
    }

    var float: FloatType? {
        switch self {
        case .f32: .f32
        case .f64: .f64
        case .f16: .f16
        case .bf16: .bf16
        case .f16x2: .f16x2
        case .bf16x2: .bf16x2
        default: nil
        }
    }
}

extension CheckedInstruction {
    /// The last of the types: what most instructions compute with.
    var type: ScalarType { types.last ?? .b32 }

    /// The rounding direction among the modifiers; to nearest when there is none.
    var rounding: Rounding {
        if has("rz") || has("rzi") { return .towardZero }
        if has("rm") || has("rmi") { return .down }
        if has("rp") || has("rpi") { return .up }
        return .nearest
    }
}
