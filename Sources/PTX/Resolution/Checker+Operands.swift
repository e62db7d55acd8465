extension Checker {
    /// An operand as a form wants it.
    mutating func resolve(_ operand: Operand, _ shape: OperandShape) throws(Fault) -> CheckedOperand {
        if shape.count > 0 { return .vector(try resolveVector(operand, shape)) }
        // One element in braces is the element.
        if case .vector(let elements) = operand, elements.count == 1, shape.role.isTyped {
            return try resolveSingle(elements[0], shape)
        }
        return try resolveSingle(operand, shape)
    }

    private mutating func resolveVector(_ operand: Operand, _ shape: OperandShape) throws(Fault) -> [CheckedOperand] {
        switch operand {
        case .vector(let elements):
            guard elements.count == shape.count else {
                throw Fault(.type, "\(shape.count) elements are needed, not \(elements.count)")
            }
            var result: [CheckedOperand] = []
            result.reserveCapacity(elements.count)
            var width: Int?
            for element in elements {
                if element == .sink, shape.role == .destination {
                    result.append(.sink)
                    continue
                }
                let resolved = try resolveSingle(element, shape)
                if case .register(let index) = resolved {
                    let own = functions[current].registers.registers[index].type.bitWidth
                    guard width == nil || width == own else {
                        throw Fault(.type, "the elements of a vector have different widths")
                    }
                    width = own
                }
                result.append(resolved)
            }
            return result
        case .name(let name):
            guard case .register(let type, let first, let count) = find(name), count > 1 || shape.count == 1 else {
                throw Fault(.type, "a vector of \(shape.count) elements is needed")
            }
            guard count == shape.count else {
                throw Fault(.type, "\(shape.count) elements are needed, not \(count)")
            }
            try agree(type, shape, name)
            return (first..<first + count).map { .register($0) }
        default:
            guard shape.count == 1 else { throw Fault(.type, "a vector of \(shape.count) elements is needed") }
            return [try resolveSingle(operand, shape)]
        }
    }

    private mutating func resolveSingle(_ operand: Operand, _ shape: OperandShape) throws(Fault) -> CheckedOperand {
        switch shape.role {
        case .destination, .register: return try resolveRegister(operand, shape)
        case .droppable: return operand == .sink ? .sink : try resolveRegister(operand, shape)
        case .droppablePair:
            guard case .pair(let data, let predicate) = operand else {
                throw Fault(.type, "a register and a predicate are needed: `d|p`")
            }
            let first = data == .sink ? .sink : try resolveRegister(data, shape)
            return .pair(first, try resolvePredicate(predicate, isDestination: true))
        case .destinationPair:
            guard case .pair(let data, let predicate) = operand else { return try resolveRegister(operand, shape) }
            return .pair(
                try resolveRegister(data, shape), try resolvePredicate(predicate, isDestination: true))
        case .source, .convertible, .value: return try resolveSource(operand, shape)
        case .pointer:
            guard let symbol = try resolveSymbol(operand) else { return try resolveRegister(operand, shape) }
            guard case .variable(let place, _) = symbol, space(of: place) == shape.space else {
                throw Fault(.type, "a variable in .\(shape.space?.rawValue ?? "reg") is needed")
            }
            return symbol
        case .predicate: return try resolvePredicate(operand, isDestination: false)
        case .predicateValue:
            if let bits = operand.constantBits(.pred) { return .immediate(bits) }
            if let special = specialRegister(operand), special.type == .pred { return .special(special) }
            return try resolvePredicate(operand, isDestination: false)
        case .predicateDestination: return try resolvePredicate(operand, isDestination: true)
        case .predicatePair:
            guard case .pair(let first, let second) = operand else {
                return try resolvePredicate(operand, isDestination: true)
            }
            return .pair(
                try resolvePredicate(first, isDestination: true), try resolvePredicate(second, isDestination: true))
        case .immediate: return try resolveImmediate(operand, shape)
        case .address: return try resolveAddress(operand, shape)
        case .label:
            guard case .name(let name) = operand else { throw Fault(.type, "a label is needed") }
            switch labels.find(name) {
            case .place(let place): return .label(place)
            case .some: throw Fault(.type, "`\(name.clipped)` is not a place in the code")
            case nil: throw Fault(.symbol, "the label `\(name.clipped)` is not declared")
            }
        case .targets:
            guard case .name(let name) = operand, case .branchTargets(let list) = labels.find(name) else {
                throw Fault(.type, "the name of a .branchtargets list is needed")
            }
            return .labels([list])
        case .call, .anything: return try resolveAnything(operand)
        }
    }

    /// What the name stands for; a register has its place in the function's list afterwards.
    mutating func find(_ name: String) -> Symbol? { symbols.find(name, &functions[current].registers) }

    /// A register, or a component of one.
    mutating func resolveRegister(_ operand: Operand, _ shape: OperandShape) throws(Fault) -> CheckedOperand {
        switch operand {
        case .name(let name):
            switch find(name) {
            case .register(let type, let first, 1):
                try agree(type, shape, name)
                return .register(first)
            case .register: throw Fault(.type, "`\(name.clipped)` is a vector")
            case .some: throw Fault(.type, "`\(name.clipped)` is not a register")
            case nil: break
            }
        case .element(let name, let component):
            if case .register(let type, let first, let count) = find(name), count > 1 {
                guard let index = Self.components[component], index < count else {
                    throw Fault(.symbol, "`\(name.clipped)` has no component .\(component.clipped)")
                }
                try agree(type, shape, "\(name).\(component)")
                return .register(first + index)
            }
        case .sink: throw Fault(.type, "a register is needed, the result cannot be dropped")
        case .negated: throw Fault(.type, "only a predicate can be negated")
        default: throw Fault(.type, "a register is needed")
        }
        if specialRegister(operand) != nil { throw Fault(.type, "only mov and cvt read special registers") }
        throw Fault(.symbol, "`\(operand.quoted)` is not declared")
    }

    private static let components = ["x": 0, "y": 1, "z": 2, "w": 3, "r": 0, "g": 1, "b": 2, "a": 3]

    private func agree(_ type: ScalarType, _ shape: OperandShape, _ name: String) throws(Fault) {
        if shape.types.contains(where: { type.agrees(with: $0, isRelaxed: shape.isRelaxed) }) { return }
        let wanted = shape.types.map { ".\($0.rawValue)" }.joined(separator: " or ")
        throw Fault(.type, "`\(name.clipped)` is a register of type .\(type.rawValue) and does not fit \(wanted)")
    }

    private mutating func resolveSource(_ operand: Operand, _ shape: OperandShape) throws(Fault) -> CheckedOperand {
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
    private mutating func resolveSymbol(_ operand: Operand) throws(Fault) -> CheckedOperand? {
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

    private mutating func resolveSymbol(_ name: String, offset: Int64) throws(Fault) -> CheckedOperand? {
        switch find(name) {
        case .variable(let place, _):
            use(place)
            return .variable(place, offset: offset)
        case .function(let index): return .function(index)
        case .opaque(let type): throw Fault(.unsupported, "`\(name.clipped)` of type .\(type) is not supported")
        default: return nil
        }
    }

    private func space(of place: CheckedOperand.Place) -> StateSpace {
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

    private mutating func isRegister(_ operand: Operand) -> Bool {
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

    private mutating func resolvePredicate(_ operand: Operand, isDestination: Bool) throws(Fault) -> CheckedOperand {
        let shape = OperandShape(
            role: .register, types: [.pred], count: 0, isRelaxed: false, isOptional: false, values: [], space: nil)
        switch operand {
        case .sink where isDestination: return .sink
        case .negated(let name) where !isDestination:
            guard case .register(let index) = try resolveRegister(.name(name), shape) else { break }
            return .negated(index)
        default: break
        }
        return try resolveRegister(operand, shape)
    }

    private func resolveImmediate(_ operand: Operand, _ shape: OperandShape) throws(Fault) -> CheckedOperand {
        guard let bits = operand.constantBits(.b64), case .integer = operand else {
            throw Fault(.type, "an integer constant is needed")
        }
        try checkValue(bits, shape)
        return .immediate(bits)
    }

    private func checkValue(_ bits: UInt64, _ shape: OperandShape) throws(Fault) {
        guard let first = shape.values.first, let last = shape.values.last else { return }
        if shape.values.contains(Int(Int64(bitPattern: bits))) { return }
        let all = shape.values.map { "\($0)" }.joined(separator: ", ")
        throw Fault(.type, "the constant has to be \(shape.values.count > 4 ? "\(first) to \(last)" : all)")
    }
}

extension Operand {
    /// The operand's name as a message quotes it.
    fileprivate var quoted: String {
        switch self {
        case .name(let name), .negated(let name): name.clipped
        case .element(let name, let component): "\(name).\(component)".clipped
        default: "the operand"
        }
    }
}
