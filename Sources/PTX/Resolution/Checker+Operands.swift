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

    mutating func resolveVector(_ operand: Operand, _ shape: OperandShape) throws(Fault) -> [CheckedOperand] {
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

    mutating func resolveSingle(_ operand: Operand, _ shape: OperandShape) throws(Fault) -> CheckedOperand {
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

    mutating func resolvePredicate(_ operand: Operand, isDestination: Bool) throws(Fault) -> CheckedOperand {
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

    func resolveImmediate(_ operand: Operand, _ shape: OperandShape) throws(Fault) -> CheckedOperand {
        guard let bits = operand.constantBits(.b64), case .integer = operand else {
            throw Fault(.type, "an integer constant is needed")
        }
        try checkValue(bits, shape)
        return .immediate(bits)
    }

    func checkValue(_ bits: UInt64, _ shape: OperandShape) throws(Fault) {
        guard let first = shape.values.first, let last = shape.values.last else { return }
        if shape.values.contains(Int(Int64(bitPattern: bits))) { return }
        let all = shape.values.map { "\($0)" }.joined(separator: ", ")
        throw Fault(.type, "the constant has to be \(shape.values.count > 4 ? "\(first) to \(last)" : all)")
    }
}
