/// Cuts a text into tokens, one at a time, so that a long text never becomes a long list of tokens.
struct Lexer {
    let text: [UInt8]
    /// Longest name and longest number in bytes.
    let longestName: Int
    /// Faults found since the owner last took them.
    var faults: [Diagnostic] = []

    /// The next byte to look at.
    var position = 0
    private var line = 1
    private var lineStart = 0

    init(_ text: [UInt8], longestName: Int) {
        self.text = text
        self.longestName = longestName
    }

    /// The next token; ``Token/Kind/end`` again and again behind the last one.
    mutating func next() -> Token {
        skipSpaceAndComments()
        var token = Token(
            kind: .end, offset: position, end: position, line: line, column: position - lineStart + 1)
        guard position < text.count else { return token }
        let first = text[position]
        if first.beginsName || (first == UInt8(ascii: "%") && byte(at: position + 1).continuesName) {
            scanName(into: &token)
        } else if first.isDigit {
            scanNumber(into: &token)
        } else if first == UInt8(ascii: ".") && byte(at: position + 1).continuesName {
            scanDotted(into: &token)
        } else if first == UInt8(ascii: "\"") {
            scanString(into: &token)
        } else {
            scanMark(into: &token)
        }
        token.end = position
        return token
    }

    /// Reads a dotted token again, as a number without digits before the point: `.5` is both, by position.
    mutating func rescanAsNumber(_ token: Token) -> Token {
        position = token.offset
        var number = token
        scanDecimal(into: &number)
        number.end = position
        return number
    }

    /// Goes to the end: only ``Token/Kind/end`` follows.
    mutating func finish() { position = text.count }

    /// The text of a token.
    func string(of token: Token) -> String { String(decoding: text[token.offset..<token.end], as: UTF8.self) }

    /// The byte at a place; 0 behind the end, which no token contains.
    func byte(at index: Int) -> UInt8 { index < text.count ? text[index] : 0 }

    /// Reports a fault and makes the token one that no rule accepts.
    mutating func spoil(_ token: inout Token, _ message: String, code: Diagnostic.Code = .syntax) {
        token.kind = .invalid
        token.end = position
        faults.append(Diagnostic(code, message, at: token.span))
    }
}

extension Lexer {
    private mutating func skipSpaceAndComments() {
        while position < text.count {
            let byte = text[position]
            if byte == UInt8(ascii: "\n") {
                endLine()
            } else if byte.isSpace {
                position += 1
            } else if byte == UInt8(ascii: "/") {
                switch self.byte(at: position + 1) {
                case UInt8(ascii: "/"): skipComment(isBlock: false)
                case UInt8(ascii: "*"): skipComment(isBlock: true)
                default: return
                }
            } else {
                return
            }
        }
    }

    /// Comments may hold any byte but NUL: authors write them in their own language.
    private mutating func skipComment(isBlock: Bool) {
        var start = Token(kind: .invalid, offset: position, end: 0, line: line, column: position - lineStart + 1)
        var hasNUL = false
        position += 2
        while position < text.count {
            let byte = text[position]
            if byte == UInt8(ascii: "\n") {
                if !isBlock { return }
                endLine()
                continue
            }
            if isBlock && byte == UInt8(ascii: "*") && self.byte(at: position + 1) == UInt8(ascii: "/") {
                position += 2
                return
            }
            position += 1
            if byte == 0 && !hasNUL {
                hasNUL = true
                let place = Token(
                    kind: .invalid, offset: position - 1, end: position, line: line, column: position - lineStart)
                faults.append(Diagnostic(.syntax, "NUL byte in a comment", at: place.span))
            }
        }
        if isBlock { spoil(&start, "comment without `*/`") }
    }

    private mutating func endLine() {
        position += 1
        line += 1
        lineStart = position
    }
}
