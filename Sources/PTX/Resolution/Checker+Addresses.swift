extension Checker {
    /// `[base+offset]` in the state space that the instruction says.
    mutating func resolveAddress(_ operand: Operand, _ shape: OperandShape) throws(Fault) -> CheckedOperand {
        guard case .address(let address) = operand else { throw Fault(.type, "an address in brackets is needed") }
        guard address.coordinates.isEmpty else { throw Fault(.type, "an address has no coordinates here") }
        guard let name = address.base else { return .address(.none, offset: address.offset) }
        switch find(name) {
        case .register(let type, let first, 1):
            guard type.kind != .float, type.bitWidth == 32 || type.bitWidth == 64 else {
                throw Fault(.type, "`\(name.clipped)` of type .\(type.rawValue) cannot hold an address")
            }
            return .address(.register(first), offset: address.offset)
        case .variable(let place, let space):
            // Without a state space the address is generic, which parameters have only by way of cvta.
            guard shape.space == space || (shape.space == nil && space != .param) else {
                let wanted = shape.space.map { "not in .\($0.rawValue)" } ?? "which needs ld.param"
                throw Fault(.type, "`\(name.clipped)` is in .\(space.rawValue), \(wanted)")
            }
            use(place)
            return .address(.place(place), offset: address.offset)
        case .opaque(let type): throw Fault(.unsupported, "`\(name.clipped)` of type .\(type) is not supported")
        case .some: throw Fault(.type, "`\(name.clipped)` is not an address")
        case nil:
            if SpecialRegister(name: name) != nil { throw Fault(.type, "a special register is not an address") }
            throw Fault(.symbol, "`\(name.clipped)` is not declared")
        }
    }

    /// An operand of an instruction that no device runs: only its names have to exist.
    mutating func resolveAnything(_ operand: Operand) throws(Fault) -> CheckedOperand {
        switch operand {
        case .integer(let bits): return .immediate(bits)
        case .single(let bits): return .immediate(UInt64(bits))
        case .double(let bits): return .immediate(bits)
        case .sink: return .sink
        case .vector(let elements): return .vector(try resolveAll(elements))
        case .list(let elements): return .list(try resolveAll(elements))
        case .pair(let first, let second): return .pair(try resolveAnything(first), try resolveAnything(second))
        case .address(let address):
            var base = CheckedOperand.Base.none
            if let name = address.base { base = try resolveBase(name) }
            let resolved = CheckedOperand.address(base, offset: address.offset)
            if address.coordinates.isEmpty { return resolved }
            return .list([resolved] + (try resolveAll(address.coordinates)))
        case .name(let name), .negated(let name), .symbolOffset(let name, _), .element(let name, _):
            if operand.isConstant { return .immediate(32) }
            switch find(name) {
            case .register(_, let first, let count):
                if case .negated = operand { return .negated(first) }
                if case .element(_, let component) = operand, count > 1 {
                    return .register(first + min("xyzw".prefix { String($0) != component }.count, count - 1))
                }
                return count == 1 ? .register(first) : .vector((first..<first + count).map { .register($0) })
            case .variable(let place, _):
                use(place)
                guard case .symbolOffset(_, let offset) = operand else { return .variable(place, offset: 0) }
                return .variable(place, offset: offset)
            case .function(let index): return .function(index)
            case .opaque(let type): throw Fault(.unsupported, "`\(name.clipped)` of type .\(type) is not supported")
            case .unusedRegister, nil:
                if let special = specialRegister(operand) { return .special(special) }
                throw Fault(.symbol, "`\(name.clipped)` is not declared")
            }
        }
    }

    private mutating func resolveBase(_ name: String) throws(Fault) -> CheckedOperand.Base {
        switch try resolveAnything(.name(name)) {
        case .register(let index): return .register(index)
        case .variable(let place, _): return .place(place)
        default: throw Fault(.type, "`\(name.clipped)` is not an address")
        }
    }

    private mutating func resolveAll(_ operands: [Operand]) throws(Fault) -> [CheckedOperand] {
        var result: [CheckedOperand] = []
        for operand in operands { result.append(try resolveAnything(operand)) }
        return result
    }
}
