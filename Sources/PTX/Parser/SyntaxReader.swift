/// A recursive-descent reader with one token of lookahead. Its extensions hold the grammar, a topic each.
struct SyntaxReader {
    let limits: PTXLimits
    var lexer: Lexer
    /// The next token, not yet consumed.
    var token: Token
    /// The last token consumed.
    var previous: Token
    private(set) var diagnostics: [Diagnostic] = []
    /// Whether a limit was passed, so that the rest of the text is not read.
    private(set) var isStopped = false

    /// Braces of vectors and initialisers that the statement has opened and not closed: recovery needs to know which
    /// `}` belong to it.
    var openBraces = 0
    /// Parentheses and lists around the token.
    var depth = 0

    var statements = 0
    var functions = 0
    var variables = 0
    var initialValues = 0
    var totalOperands = 0
    /// Of the function that is being read.
    var labels = 0
    /// Of the instruction that is being read.
    var operands = 0

    init(_ text: [UInt8], limits: PTXLimits) {
        self.limits = limits
        lexer = Lexer(text, longestName: limits.nameBytes)
        token = Token(kind: .end, offset: 0, end: 0, line: 1, column: 1)
        previous = token
        advance()
    }

    /// Consumes the token.
    mutating func advance() {
        previous = token
        token = lexer.next()
        takeFaults()
    }

    /// Passes on what the lexer found.
    mutating func takeFaults() {
        guard !lexer.faults.isEmpty else { return }
        let faults = lexer.faults
        lexer.faults = []
        for fault in faults { report(fault) }
    }

    /// Consumes the token if it is of that kind.
    mutating func skip(_ kind: Token.Kind) -> Bool {
        guard token.kind == kind else { return false }
        advance()
        return true
    }

    /// The token's text.
    var text: String { lexer.string(of: token) }

    /// The text behind the dot, if the token is a dotted one.
    var directive: String? {
        guard token.kind == .dotted else { return nil }
        return String(decoding: lexer.text[(token.offset + 1)..<token.end], as: UTF8.self)
    }

    /// From the first byte of `start` to the last one consumed.
    func span(from start: Token) -> SourceSpan {
        var whole = start
        whole.end = max(previous.end, start.end)
        return whole.span
    }

    /// Notes a fault; after the last one that is wanted, the text ends here.
    mutating func report(_ diagnostic: Diagnostic) {
        // Text that was cut short is not faulty for ending.
        guard !isStopped else { return }
        diagnostics.append(diagnostic)
        if diagnostics.count >= limits.diagnostics { stop() }
    }

    /// Ends the reading, as if the text ended here.
    mutating func stop() {
        isStopped = true
        lexer.finish()
        token.kind = .end
    }
}
