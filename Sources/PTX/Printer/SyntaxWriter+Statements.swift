extension SyntaxWriter {
    mutating func write(_ statements: [Statement]) {
        indentation += 1
        for statement in statements { write(statement) }
        indentation -= 1
    }

    private mutating func write(_ statement: Statement) {
        switch statement {
        case .label(let name, _):
            line("\(name):")
        case .instruction(let instruction):
            line(Self.instruction(instruction))
        case .block(let statements, _):
            line("{")
            write(statements)
            line("}")
        case .variable(let variable):
            line("\(Self.declaration(variable));")
        case .location(let words, _):
            line(".loc \(words.joined(separator: " "))")
        case .pragma(let texts, _):
            line(Self.pragma(texts))
        case .targets(let directive, let label, let names, _):
            line("\(label): .\(directive) \(names.joined(separator: ", "));")
        case .callPrototype(let label, let results, let parameters, let isNoReturn, _):
            let end = isNoReturn ? " .noreturn;" : ";"
            line("\(label): .callprototype \(Self.parameters(results)) _ \(Self.parameters(parameters))\(end)")
        }
    }

    private static func instruction(_ instruction: Instruction) -> String {
        var text = ""
        if let condition = instruction.condition {
            text += "@\(condition.isNegated ? "!" : "")\(condition.register) "
        }
        text += instruction.spelling
        if !instruction.operands.isEmpty {
            text += " \(instruction.operands.map(operand).joined(separator: ", "))"
        }
        return text + ";"
    }

    private static func operand(_ operand: Operand) -> String {
        switch operand {
        case .name(let name): name
        case .element(let name, let part): "\(name).\(part)"
        case .negated(let name): "!\(name)"
        case .integer(let bits): integer(bits)
        case .single(let bits): single(bits)
        case .double(let bits): double(bits)
        case .symbolOffset(let name, let offset): "\(name)+\(offset)"
        case .address(let address): "[\(self.address(address))]"
        case .vector(let elements): "{\(elements.map(self.operand).joined(separator: ", "))}"
        case .pair(let first, let second): "\(self.operand(first))|\(self.operand(second))"
        case .list(let elements): "(\(elements.map(self.operand).joined(separator: ", ")))"
        case .sink: "_"
        }
    }

    private static func address(_ address: AddressExpression) -> String {
        var text = address.base ?? String(address.offset)
        if address.base != nil && address.offset != 0 { text += "+\(address.offset)" }
        for coordinate in address.coordinates { text += ", \(operand(coordinate))" }
        return text
    }
}
