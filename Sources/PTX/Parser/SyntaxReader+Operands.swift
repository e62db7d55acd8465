extension SyntaxReader {
    /// An instruction from behind its opcode on.
    mutating func instruction(
        _ opcode: String, _ start: Token, condition: Instruction.Guard?
    ) throws(SyntaxFault) -> Instruction {
        var instruction = Instruction(condition: condition, opcode: opcode)
        // A directive on the next line is not part of an instruction whose semicolon is missing.
        while token.kind == .dotted && token.line == previous.line {
            if instruction.modifiers.count == limits.modifiers { throw beyond(limits.modifiers, "parts of a spelling") }
            instruction.modifiers.append(Modifier(directive ?? ""))
            advance()
        }
        operands = 0
        if token.kind != .semicolon && !beginsNextLine {
            let isCall = opcode == "call"
            repeat {
                instruction.operands.append(try operand(takesLists: isCall))
            } while skip(.comma)
        }
        instruction.span = span(from: start)
        try expectSemicolon(instruction.operands.isEmpty ? "`;`" : "`,` or `;`")
        return instruction
    }

    /// Whether the token belongs to the statement of the next line, because no operand begins with it.
    private var beginsNextLine: Bool {
        token.line > previous.line && [.dotted, .at, .rightBrace].contains(token.kind)
    }

    /// An operand with everything around it. A parenthesis begins a list for `call` and a number for all others.
    private mutating func operand(takesLists: Bool) throws(SyntaxFault) -> Operand {
        let first: Operand
        switch token.kind {
        case .leftBracket: first = try address()
        case .leftBrace: first = try vector()
        case .leftParenthesis where takesLists: return try list()
        default: first = try element()
        }
        guard skip(.pipe) else { return first }
        return .pair(first, try element())
    }

    private mutating func countOperand() throws(SyntaxFault) {
        operands += 1
        if operands > limits.operands { throw beyond(limits.operands, "operands of an instruction") }
        totalOperands += 1
        if totalOperands > limits.totalOperands { throw beyond(limits.totalOperands, "operands of instructions") }
    }

    /// An operand that may stand in a vector, too.
    private mutating func element() throws(SyntaxFault) -> Operand {
        try countOperand()
        switch token.kind {
        case .underscore:
            advance()
            return .sink
        case .name where !isWarpSize:
            return try named()
        case .exclamation:
            advance()
            guard token.kind == .name, !isWarpSize else { return Self.operand(try constant(behind: .exclamation)) }
            let name = text
            advance()
            return .negated(name)
        case .name:
            let start = token
            let value = try constant(or: "an operand")
            // Alone, the constant keeps its name: which number it is, the device says.
            return previous.offset == start.offset ? .name("WARP_SZ") : Self.operand(value)
        default:
            return Self.operand(try constant(or: "an operand"))
        }
    }

    private static func operand(_ constant: Constant) -> Operand {
        switch constant {
        case .integer(let bits, _): .integer(bits)
        case .single(let bits): .single(bits)
        case .double(let value): .double(value.bitPattern)
        }
    }

    /// `%r1`, `%tid.x`, `table+8`
    private mutating func named() throws(SyntaxFault) -> Operand {
        let name = text
        advance()
        switch token.kind {
        case .dotted where token.line == previous.line:
            let part = directive ?? ""
            advance()
            return .element(name, part)
        case .plus:
            advance()
            return .symbolOffset(name, Int64(bitPattern: try integerConstant("a number of bytes")))
        case .minus:
            throw fault("expected `+` in front of an offset: `\(name.prefix(40))+-…`")
        case .leftBracket where token.offset == previous.end:
            throw fault("index behind a name is not supported: write `[name+bytes]`", code: .unsupported)
        default:
            return .name(name)
        }
    }

    private mutating func vector() throws(SyntaxFault) -> Operand {
        try countOperand()
        advance()
        openBraces += 1
        var elements: [Operand] = []
        repeat {
            elements.append(try element())
        } while skip(.comma)
        try expect(.rightBrace, "`,` or `}`")
        openBraces -= 1
        return .vector(elements)
    }

    private mutating func list() throws(SyntaxFault) -> Operand {
        try countOperand()
        advance()
        var elements: [Operand] = []
        guard !skip(.rightParenthesis) else { return .list(elements) }
        repeat {
            elements.append(try element())
        } while skip(.comma)
        try expect(.rightParenthesis, "`,` or `)`")
        return .list(elements)
    }

    /// `[%rd1+8]`, `[table]`, `[16]`, `[texture, {%r1, %r2}]`
    private mutating func address() throws(SyntaxFault) -> Operand {
        try countOperand()
        advance()
        var address = AddressExpression(base: nil)
        if token.kind == .name && !isWarpSize {
            address.base = text
            advance()
            if skip(.plus) {
                address.offset = Int64(bitPattern: try integerConstant("a number of bytes"))
            } else if token.kind == .minus {
                throw fault("expected `+` in front of an offset: `[\((address.base ?? "").prefix(40))+-…]`")
            }
        } else {
            address.offset = Int64(bitPattern: try integerConstant("an address"))
        }
        while skip(.comma) {
            address.coordinates.append(token.kind == .leftBrace ? try vector() : try element())
        }
        try expect(.rightBracket, address.coordinates.isEmpty && address.offset == 0 ? "`+`, `,` or `]`" : "`]`")
        return .address(address)
    }
}
