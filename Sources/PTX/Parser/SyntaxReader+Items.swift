extension SyntaxReader {
    /// Something outside functions.
    mutating func item(into items: inout [TranslationUnit.Item]) throws(SyntaxFault) {
        try countStatement()
        openBraces = 0
        let start = token
        switch directive {
        case "entry", "func":
            items.append(.function(try function(linkage: nil)))
        case "visible", "extern", "weak", "common":
            let linkage = Variable.Linkage(rawValue: directive ?? "")
            advance()
            if directive == "entry" || directive == "func" {
                items.append(.function(try function(linkage: linkage)))
            } else {
                for variable in try variables(linkage: linkage) { items.append(.variable(variable)) }
            }
        case "file":
            items.append(.file(try fileWords(), span(from: start)))
        case "section":
            items.append(try section())
        case "pragma":
            items.append(.pragma(try pragma(), span(from: start)))
        case "alias":
            advance()
            let name = try expectName("the name of an alias")
            try expect(.comma, "`,`")
            let target = try expectName("the name of a function")
            try expectSemicolon()
            items.append(.alias(name, target, span(from: start)))
        case "version", "target", "address_size":
            let message = "`\(text)` stands only once, at the beginning of the text"
            advance()
            throw fault(message, at: start.span)
        case "loc":
            throw fault("`.loc` stands only in a function's body")
        case let name? where beginsDeclaration(name):
            for variable in try variables(linkage: nil) { items.append(.variable(variable)) }
        case let name?:
            throw fault("unknown directive `.\(name)`")
        case nil:
            throw expected("a directive")
        }
    }

    /// `.file 1 "name", timestamp, size`, which ends without a semicolon.
    private mutating func fileWords() throws(SyntaxFault) -> [String] {
        advance()
        var words: [String] = []
        try take(.integer, "a file number", into: &words)
        try take(.string, "a file name in quotes", into: &words)
        while token.kind == .comma {
            try take(.comma, "`,`", into: &words)
            try take(.integer, "a number", into: &words)
        }
        return words
    }

    /// `.section .name { … }` with debugging data, which nothing here interprets.
    private mutating func section() throws(SyntaxFault) -> TranslationUnit.Item {
        let start = token
        advance()
        guard token.kind == .dotted else { throw expected("the name of a section") }
        let name = text
        advance()
        try expect(.leftBrace, "`{`")
        openBraces = 1
        var words: [String] = []
        while token.kind != .rightBrace {
            guard token.kind != .end, token.kind != .leftBrace else { throw expected("`}` at the end of the section") }
            words.append(text)
            advance()
        }
        openBraces = 0
        advance()
        return .section(name, words, span(from: start))
    }

    /// `.pragma "…", "…";`: the strings without their quotes.
    mutating func pragma() throws(SyntaxFault) -> [String] {
        var texts: [String] = []
        repeat {
            advance()
            guard token.kind == .string else { throw expected("a string") }
            texts.append(String(text.dropFirst().dropLast()))
            advance()
        } while token.kind == .comma
        try expectSemicolon()
        return texts
    }

    /// Consumes a token of that kind as a word.
    mutating func take(_ kind: Token.Kind, _ what: String, into words: inout [String]) throws(SyntaxFault) {
        guard token.kind == kind else { throw expected(what) }
        words.append(text)
        advance()
    }

    mutating func countStatement() throws(SyntaxFault) {
        statements += 1
        if statements > limits.statements { throw beyond(limits.statements, "statements") }
    }
}
