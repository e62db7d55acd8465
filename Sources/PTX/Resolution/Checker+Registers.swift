extension Checker {
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

    func agree(_ type: ScalarType, _ shape: OperandShape, _ name: String) throws(Fault) {
        if shape.types.contains(where: { type.agrees(with: $0, isRelaxed: shape.isRelaxed) }) { return }
        let wanted = shape.types.map { ".\($0.rawValue)" }.joined(separator: " or ")
        throw Fault(.type, "`\(name.clipped)` is a register of type .\(type.rawValue) and does not fit \(wanted)")
    }
}

extension Operand {
    /// The operand's name as a message quotes it.
    var quoted: String {
        switch self {
        case .name(let name), .negated(let name): name.clipped
        case .element(let name, let component): "\(name).\(component)".clipped
        default: "the operand"
        }
    }
}
