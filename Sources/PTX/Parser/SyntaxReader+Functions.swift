extension SyntaxReader {
    /// `.entry` or `.func`, from that word on.
    mutating func function(linkage: Variable.Linkage?) throws(SyntaxFault) -> Function {
        functions += 1
        if functions > limits.functions { throw beyond(limits.functions, "functions") }
        let isEntry = directive == "entry"
        advance()
        let attributes = directive == "attribute" ? try self.attributes() : []
        let results = !isEntry && token.kind == .leftParenthesis ? try parameters() : []
        let place = token.span
        let name = try expectName("the name of a function")
        let parameters = token.kind == .leftParenthesis ? parametersOfBody() : []
        var function = Function(
            linkage: linkage, attributes: attributes, isEntry: isEntry, name: name, results: results,
            parameters: parameters, body: nil, span: place)
        while token.kind == .dotted { function.directives.append(try functionDirective()) }
        if token.kind == .leftBrace {
            function.body = try body()
        } else {
            guard skip(.semicolon) else { throw expected("`{` or `;`") }
        }
        return function
    }

    /// Faulty parameters do not hide the faults of the body behind them.
    private mutating func parametersOfBody() -> [Variable] {
        do throws(SyntaxFault) {
            return try parameters()
        } catch {
            while ![.rightParenthesis, .leftBrace, .semicolon, .end].contains(token.kind) && !beginsItem { advance() }
            _ = skip(.rightParenthesis)
            return []
        }
    }

    /// `(.param .u64 a, .reg .b32 b)`
    mutating func parameters(isPrototype: Bool = false) throws(SyntaxFault) -> [Variable] {
        try expect(.leftParenthesis, "`(`")
        var parameters: [Variable] = []
        guard !skip(.rightParenthesis) else { return parameters }
        repeat {
            let place = token.span
            parameters.append(try parameter(isPrototype: isPrototype))
            if parameters.count > limits.parameters { throw beyond(limits.parameters, "parameters", at: place) }
        } while skip(.comma)
        try expect(.rightParenthesis, "`,` or `)`")
        return parameters
    }

    /// How many numbers a directive in front of a body takes.
    private static func numbers(of directive: String) -> ClosedRange<Int>? {
        switch directive {
        case "maxntid", "reqntid", "reqnctapercluster": 1...3
        case "minnctapersm", "maxnctapersm", "maxnreg", "maxclusterrank": 1...1
        case "abi_preserve", "abi_preserve_control": 1...1
        case "noreturn", "explicitcluster", "blocksareclusters": 0...0
        default: nil
        }
    }

    private mutating func functionDirective() throws(SyntaxFault) -> Function.Directive {
        try countStatement()
        let start = token
        let name = directive ?? ""
        if name == "pragma" {
            let texts = try pragma()
            return Function.Directive(name: name, texts: texts, span: span(from: start))
        }
        guard let numbers = Self.numbers(of: name) else { throw fault("unknown directive `.\(name)` of a function") }
        advance()
        var values: [UInt64] = []
        while values.count < numbers.lowerBound || (values.count < numbers.upperBound && token.kind == .comma) {
            if !values.isEmpty { advance() }
            values.append(UInt64(try expectCount("a number")))
        }
        return Function.Directive(name: name, values: values, span: span(from: start))
    }
}
