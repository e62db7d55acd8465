extension SyntaxReader {
    private struct Scope {
        var start: Token
        var statements: [Statement] = []
    }

    /// `{ … }` with all scopes inside it, which are kept on a stack of our own: a thread's is not the text's to fill.
    mutating func body() throws(SyntaxFault) -> [Statement] {
        labels = 0
        var scopes = [Scope(start: token)]
        advance()
        while true {
            if token.kind == .rightBrace {
                let scope = scopes.removeLast()
                advance()
                guard !scopes.isEmpty else { return scope.statements }
                scopes[scopes.count - 1].statements.append(.block(scope.statements, span(from: scope.start)))
            } else if token.kind == .leftBrace {
                try countStatement()
                if scopes.count >= limits.nesting { throw beyond(limits.nesting, "nested blocks") }
                scopes.append(Scope(start: token))
                advance()
            } else if token.kind == .end || beginsItem {
                _ = expected("`}`, which closes the `{` of line \(scopes.last?.start.line ?? 0)")
                return Self.closed(scopes)
            } else {
                read(into: &scopes[scopes.count - 1].statements)
            }
        }
    }

    /// One statement, or what is left of it.
    private mutating func read(into statements: inout [Statement]) {
        do throws(SyntaxFault) {
            try statement(into: &statements)
        } catch {
            recover()
        }
    }

    /// The outermost scope with the open ones in it.
    private static func closed(_ scopes: [Scope]) -> [Statement] {
        var scopes = scopes
        while scopes.count > 1 {
            let scope = scopes.removeLast()
            scopes[scopes.count - 1].statements.append(.block(scope.statements, scope.start.span))
        }
        return scopes.first?.statements ?? []
    }

    private mutating func statement(into statements: inout [Statement]) throws(SyntaxFault) {
        try countStatement()
        openBraces = 0
        depth = 0
        switch token.kind {
        case .name:
            let first = token
            let word = text
            advance()
            if skip(.colon) {
                statements.append(try labelled(word, first))
            } else {
                statements.append(.instruction(try instruction(word, first, condition: nil)))
            }
        case .at:
            let condition = try guardPredicate()
            let first = token
            let opcode = try expectName("an instruction")
            statements.append(.instruction(try instruction(opcode, first, condition: condition)))
        case .dotted:
            try directive(into: &statements)
        default:
            throw expected("a statement")
        }
    }

    /// `@%p`, `@!%p`
    private mutating func guardPredicate() throws(SyntaxFault) -> Instruction.Guard {
        advance()
        let isNegated = skip(.exclamation)
        return Instruction.Guard(register: try expectName("a predicate register"), isNegated: isNegated)
    }

    private mutating func directive(into statements: inout [Statement]) throws(SyntaxFault) {
        let start = token
        switch directive {
        case "loc":
            let words = try locationWords()
            statements.append(.location(words, span(from: start)))
        case "pragma":
            let texts = try pragma()
            statements.append(.pragma(texts, span(from: start)))
        case "branchtargets", "calltargets", "callprototype":
            throw fault("`\(text)` needs a label in front")
        case let name? where beginsDeclaration(name):
            for variable in try variables(linkage: nil) { statements.append(.variable(variable)) }
        case "file", "section":
            throw fault("`\(text)` stands only outside functions")
        default:
            throw fault("unknown directive `\(text)`")
        }
    }

    /// What follows `name:`.
    private mutating func labelled(_ name: String, _ start: Token) throws(SyntaxFault) -> Statement {
        labels += 1
        if labels > limits.labels { throw beyond(limits.labels, "labels in a function", at: start.span) }
        switch directive {
        case let word? where word == "branchtargets" || word == "calltargets":
            var names: [String] = []
            repeat {
                advance()
                if names.count == limits.labels { throw beyond(limits.labels, "targets") }
                names.append(try expectName("the name of a target"))
            } while token.kind == .comma
            try expectSemicolon()
            return .targets(directive: word, label: name, names: names, span(from: start))
        case "callprototype":
            advance()
            let results = token.kind == .leftParenthesis ? try parameters(isPrototype: true) : []
            try expect(.underscore, "`_` for the function's name")
            let parameters = token.kind == .leftParenthesis ? try self.parameters(isPrototype: true) : []
            let isNoReturn = directive == "noreturn"
            if isNoReturn { advance() }
            try expectSemicolon()
            return .callPrototype(
                label: name, results: results, parameters: parameters, isNoReturn: isNoReturn, span(from: start))
        default:
            return .label(name, start.span)
        }
    }

    /// `.loc 1 5 3, function_name $name+8, inlined_at 1 4 2`, which ends without a semicolon and may have an
    /// instruction behind it: its end is where its grammar ends.
    private mutating func locationWords() throws(SyntaxFault) -> [String] {
        advance()
        var words: [String] = []
        for what in ["a file number", "a line", "a column"] { try take(.integer, what, into: &words) }
        while token.kind == .comma {
            try take(.comma, "`,`", into: &words)
            let attribute = token.kind == .name ? text : ""
            switch attribute {
            case "function_name":
                advance()
                words.append(attribute)
                try take(token.kind == .dotted ? .dotted : .name, "the name of a label", into: &words)
                if token.kind == .plus {
                    try take(.plus, "`+`", into: &words)
                    try take(.integer, "a number of bytes", into: &words)
                }
            case "inlined_at":
                advance()
                words.append(attribute)
                for what in ["a file number", "a line", "a column"] { try take(.integer, what, into: &words) }
            default:
                throw expected("`function_name` or `inlined_at`")
            }
            if words.count > limits.operands { throw beyond(limits.operands, "words behind `.loc`") }
        }
        return words
    }
}
