extension Checker {
    mutating func resolveSource(_ operand: Operand, _ shape: OperandShape) throws(Fault) -> CheckedOperand {
        if operand.isConstant {
            for type in shape.types {
                guard let bits = operand.constantBits(type) else { continue }
                try checkValue(bits, shape)
                return .immediate(bits)
            }
            throw Fault(.type, "the constant does not fit .\(shape.types[0].rawValue)")
        }
        if shape.role == .source { return try resolveRegister(operand, shape) }
        let type = shape.types[0]
        if !isRegister(operand), let special = specialRegister(operand) {
            // The assembler still takes 32-bit special registers into 16-bit registers, as early versions had them.
            let fits =
                shape.isRelaxed
                ? special.type.agrees(with: type, isRelaxed: true) || type.bitWidth <= 32
                : special.type.bitWidth == type.bitWidth || type.bitWidth == 16 && special.type == .u32
                    || special == .gridIndex && type.bitWidth == 64
            guard fits, type.kind != .float else {
                throw Fault(.type, "`\(operand.quoted)` is a special register of type .\(special.type.rawValue)")
            }
            return .special(special)
        }
        if shape.role == .value, let symbol = try resolveSymbol(operand) {
            guard type.kind != .float, type.bitWidth >= 32 else {
                throw Fault(.type, "an address does not fit .\(type.rawValue)")
            }
            return symbol
        }
        return try resolveRegister(operand, shape)
    }

    /// The address of a variable or a function; `nil` for anything else.
    mutating func resolveSymbol(_ operand: Operand) throws(Fault) -> CheckedOperand? {
        switch operand {
        case .name(let name): return try resolveSymbol(name, offset: 0)
        case .symbolOffset(let name, let offset):
            guard let symbol = try resolveSymbol(name, offset: offset) else {
                throw Fault(.type, "`\(name.clipped)` is not a variable")
            }
            return symbol
        default: return nil
        }
    }

    mutating func resolveSymbol(_ name: String, offset: Int64) throws(Fault) -> CheckedOperand? {
        switch find(name) {
        case .variable(let place, _):
            use(place)
            return .variable(place, offset: offset)
        case .function(let index): return .function(index)
        case .opaque(let type): throw Fault(.unsupported, "`\(name.clipped)` of type .\(type) is not supported")
        default: return nil
        }
    }

    func space(of place: CheckedOperand.Place) -> StateSpace {
        switch place {
        case .module(let index): variables[index].space
        case .frame(let index): functions[current].frame[index].space
        case .parameter, .result: .param
        }
    }

    /// Notes that the function mentions a variable.
    mutating func use(_ place: CheckedOperand.Place) {
        if case .module(let index) = place, variables[index].space == .shared {
            functions[current].sharedVariables.insert(index)
        }
    }

    mutating func isRegister(_ operand: Operand) -> Bool {
        switch operand {
        case .name(let name), .element(let name, _): find(name) != nil
        default: false
        }
    }

    /// The special register that the operand names.
    func specialRegister(_ operand: Operand) -> SpecialRegister? {
        switch operand {
        case .name(let name): SpecialRegister(name: name)
        case .element(let name, let component): SpecialRegister(name: name, component: component)
        default: nil
        }
    }
}
