extension SyntaxReader {
    mutating func initializer(of variable: Variable) throws(SyntaxFault) -> Initializer {
        guard variable.type != nil else {
            throw fault("initialiser of a `.\(variable.typeName)` variable is not supported", code: .unsupported)
        }
        return try initializer()
    }

    private mutating func initializer() throws(SyntaxFault) -> Initializer {
        initialValues += 1
        if initialValues > limits.initialValues { throw beyond(limits.initialValues, "values in initialisers") }
        switch token.kind {
        case .leftBrace:
            return try list()
        case .name where !isWarpSize:
            return try address()
        default:
            let value = try constant(or: "a first value")
            // `0xff(name)` takes a byte of an address.
            if token.kind == .leftParenthesis {
                throw fault("mask of an address in an initialiser is not supported", code: .unsupported)
            }
            switch value {
            case .integer(let bits, _): return .integer(bits)
            case .single(let bits): return .single(bits)
            case .double(let value): return .double(value.bitPattern)
            }
        }
    }

    private mutating func list() throws(SyntaxFault) -> Initializer {
        try descend("nested lists")
        advance()
        openBraces += 1
        var elements: [Initializer] = []
        if token.kind != .rightBrace {
            repeat {
                elements.append(try initializer())
            } while skip(.comma)
        }
        try expect(.rightBrace, "`,` or `}`")
        openBraces -= 1
        depth -= 1
        return .list(elements)
    }

    /// `name`, `name+8`, `generic(name)+8`
    private mutating func address() throws(SyntaxFault) -> Initializer {
        var name = text
        advance()
        let isGeneric = name == "generic" && skip(.leftParenthesis)
        if isGeneric {
            name = try expectName("the name of a variable")
            try expect(.rightParenthesis, "`)`")
        }
        let offset = skip(.plus) ? Int64(bitPattern: try integerConstant("a number of bytes")) : 0
        return .address(name, offset: offset, isGeneric: isGeneric)
    }

    /// Goes one level deeper into lists or parentheses.
    mutating func descend(_ what: String) throws(SyntaxFault) {
        if depth >= limits.nesting { throw beyond(limits.nesting, what) }
        depth += 1
    }
}
