extension ScalarType {
    /// Whether a register of this type can stand where an instruction has `type` (PTX ISA, "Operand Type Checking").
    ///
    /// Bits agree with everything of their size, integers with integers of either sign, floats only with themselves and
    /// bits. Where `isRelaxed`, integers and bits may be wider than the instruction's type.
    func agrees(with type: ScalarType, isRelaxed: Bool) -> Bool {
        if self == .pred || type == .pred { return self == type }
        let fits = isRelaxed ? bitWidth >= type.bitWidth : bitWidth == type.bitWidth
        switch type.kind {
        case .bits: return fits
        case .signed, .unsigned: return fits && kind != .float
        case .float: return self == type || kind == .bits && fits
        case .predicate: return false
        }
    }

    /// Whether registers and variables can have this type; others occur in instructions only.
    var isFundamental: Bool {
        switch self {
        case .bf16, .tf32, .bf16x2, .s16x2, .u16x2, .e4m3, .e5m2, .e4m3x2, .e5m2x2: false
        default: true
        }
    }
}

extension Operand {
    /// The bits of a constant where an instruction has `type`; `nil` if it is not a constant or cannot stand there.
    ///
    /// Integers are cut to the type's width, as the assembler does. Floats are rounded to the type's precision.
    func constantBits(_ type: ScalarType) -> UInt64? {
        if type == .s16x2 || type == .u16x2 { return nil }
        return switch (self, type.kind) {
        case (.name("WARP_SZ"), .signed), (.name("WARP_SZ"), .unsigned), (.name("WARP_SZ"), .bits): 32
        case (.integer(let bits), .signed), (.integer(let bits), .unsigned), (.integer(let bits), .bits):
            type.bitWidth >= 64 ? bits : bits & (1 << type.bitWidth - 1)
        case (.integer(let bits), .predicate): bits == 0 ? 0 : 1
        case (.single(let bits), _):
            switch type {
            case .f32, .b32: UInt64(bits)
            case .f64: Double(Float(bitPattern: bits)).bitPattern
            default: nil
            }
        case (.double(let bits), _):
            switch type {
            case .f64, .b64: bits
            case .f32: UInt64(Float(Double(bitPattern: bits)).bitPattern)
            default: nil
            }
        default: nil
        }
    }

    /// Whether it is a constant, wherever it could stand.
    var isConstant: Bool {
        switch self {
        case .integer, .single, .double, .name("WARP_SZ"): true
        default: false
        }
    }
}
