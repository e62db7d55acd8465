/// What the grammar wants next, and what is said when it is not there.
extension SyntaxReader {
    mutating func fault(_ message: String, code: Diagnostic.Code = .syntax, at span: SourceSpan? = nil) -> SyntaxFault {
        // What is wrong with an invalid token has been said.
        if token.kind != .invalid || span != nil {
            report(Diagnostic(code, message, at: span ?? token.span))
        }
        return SyntaxFault()
    }

    mutating func expected(_ what: String) -> SyntaxFault {
        fault("expected \(what), found \(found)")
    }

    /// A limit on the text's size is passed: the rest of it is not read.
    mutating func beyond(_ limit: Int, _ what: String, at span: SourceSpan? = nil) -> SyntaxFault {
        report(Diagnostic(.limit, "more than \(limit) \(what)", at: span ?? token.span))
        stop()
        return SyntaxFault()
    }

    mutating func expect(_ kind: Token.Kind, _ what: String) throws(SyntaxFault) {
        guard skip(kind) else { throw expected(what) }
    }

    /// A missing semicolon at the end of a line does not cost the next line.
    mutating func expectSemicolon(_ what: String = "`;`") throws(SyntaxFault) {
        if skip(.semicolon) { return }
        guard token.line > previous.line, token.kind != .end, token.kind != .invalid else { throw expected(what) }
        var place = previous
        place.column += place.end - place.offset
        place.offset = place.end
        report(Diagnostic(.syntax, "expected `;`, found the end of the line", at: place.span))
    }

    mutating func expectName(_ what: String) throws(SyntaxFault) -> String {
        guard token.kind == .name else { throw expected(what) }
        let name = text
        advance()
        return name
    }

    /// An integer written without operators, from 0 to `most`.
    mutating func expectCount(_ what: String, most: Int = Int(Int32.max)) throws(SyntaxFault) -> Int {
        guard token.kind == .integer || token.kind == .unsignedInteger else { throw expected(what) }
        guard token.value <= UInt64(most) else { throw fault("\(what) beyond \(most)") }
        let value = Int(token.value)
        advance()
        return value
    }

    /// The token as a message shows it.
    private var found: String {
        switch token.kind {
        case .end: "the end of the text"
        case .string: "a string"
        default: token.end - token.offset <= 40 ? "`\(text)`" : "`\(text.prefix(37))…`"
        }
    }
}
