@testable import PTX

/// Instructions made from a line of the instruction table, to see that the line means what it should.
enum FormSample {
    /// A kernel around instructions, with a register of every type and a variable in every state space.
    static func kernel(_ instructions: [String], version: String = "9.0", target: String = "sm_121a") -> String {
        var lines = [
            ".version \(version)", ".target \(target)", ".address_size 64", ".global .align 16 .b8 in_global[64];",
            ".const .align 16 .b8 in_const[64];", ".entry kernel(.param .align 16 .b8 in_param[64])", "{",
            ".shared .align 16 .b8 in_shared[64];", ".local .align 16 .b8 in_local[64];",
        ]
        for type in ScalarType.allCases where type.isFundamental { lines.append(".reg .\(type) %\(type)_<40>;") }
        lines += ["targets: .branchtargets label;", "label:"]
        return (lines + instructions + ["ret;", "}", ""]).joined(separator: "\n")
    }

    /// The line of the first instruction in such a kernel.
    static let firstLine = UInt32(kernel([]).split(separator: "\n").count - 1)

    /// An instruction of that form. `choose` picks one of so many alternatives; for a place that can stay empty the last
    /// alternative leaves it so. `nil` for forms whose operands the table does not say.
    static func instruction(_ form: InstructionForm, choose: (Int) -> Int) -> String? {
        var filling: [String: Modifier] = [:]
        var spelling = form.opcode
        for group in form.modifiers {
            let choice = choose(group.alternatives.count + (group.isOptional ? 1 : 0))
            guard choice < group.alternatives.count else { continue }
            spelling += group.alternatives[choice].description
            if !group.name.isEmpty { filling[group.name] = group.alternatives[choice] }
        }
        var operands: [String] = []
        for pattern in form.operands {
            if let condition = pattern.condition, filling[condition] == nil { continue }
            guard let shape = pattern.shape({ filling[$0] }) else { return nil }
            if shape.isOptional, choose(2) == 0 { break }
            guard let operand = operand(shape, number: operands.count) else { return nil }
            operands.append(operand)
        }
        return "\(spelling) \(operands.joined(separator: ", "));"
    }

    private static func operand(_ shape: OperandShape, number: Int) -> String? {
        func register(_ element: Int) -> String {
            guard var type = shape.types.first else { return "%pred_\(number)" }
            if !type.isFundamental { type = .bits(type.bitWidth) ?? type }
            if type.bitWidth == 8 { type = shape.isRelaxed || type.kind != .bits ? .u16 : type }
            return "%\(type)_\(number * 8 + element)"
        }
        if shape.count > 0 { return "{\((0..<shape.count).map(register).joined(separator: ", "))}" }
        switch shape.role {
        case .destination, .droppable, .source, .register, .convertible, .value, .pointer: return register(0)
        case .destinationPair, .droppablePair: return "\(register(0))|%pred_\(number)"
        case .predicate, .predicateValue, .predicateDestination: return "%pred_\(number)"
        case .predicatePair: return "%pred_\(number)|%pred_\(number + 8)"
        case .immediate: return "\(shape.values.last ?? 1)"
        case .address: return shape.space.map { "[in_\($0)]" } ?? "[%b64_\(number * 8)]"
        case .label: return "label"
        case .targets: return "targets"
        case .call, .anything: return nil
        }
    }
}
