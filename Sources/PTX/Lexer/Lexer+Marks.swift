extension Lexer {
    /// Punctuation, operators, and everything that is no PTX.
    mutating func scanMark(into token: inout Token) {
        let first = text[position]
        position += 1
        let second = byte(at: position)
        if let kind = Self.pair(first, second) {
            position += 1
            token.kind = kind
        } else if let kind = Self.single(first) {
            token.kind = kind
        } else {
            spoilForeign(&token, first)
        }
    }

    /// A run of foreign bytes is one fault.
    private mutating func spoilForeign(_ token: inout Token, _ first: UInt8) {
        guard first.isForeign else {
            return spoil(&token, "`\(Character(Unicode.Scalar(first)))` begins nothing in PTX")
        }
        while position < text.count && text[position].isForeign { position += 1 }
        spoil(&token, first == 0 ? "NUL byte" : "byte \(Self.hexadecimal(first)) outside a comment")
    }

    private static func hexadecimal(_ byte: UInt8) -> String {
        (byte < 16 ? "0x0" : "0x") + String(byte, radix: 16, uppercase: true)
    }

    private static func pair(_ first: UInt8, _ second: UInt8) -> Token.Kind? {
        switch (first, second) {
        case (UInt8(ascii: "<"), UInt8(ascii: "<")): .lessLess
        case (UInt8(ascii: "<"), UInt8(ascii: "=")): .lessEqual
        case (UInt8(ascii: ">"), UInt8(ascii: ">")): .greaterGreater
        case (UInt8(ascii: ">"), UInt8(ascii: "=")): .greaterEqual
        case (UInt8(ascii: "="), UInt8(ascii: "=")): .equalEqual
        case (UInt8(ascii: "!"), UInt8(ascii: "=")): .exclamationEqual
        case (UInt8(ascii: "&"), UInt8(ascii: "&")): .ampersandAmpersand
        case (UInt8(ascii: "|"), UInt8(ascii: "|")): .pipePipe
        default: nil
        }
    }

    private static func single(_ byte: UInt8) -> Token.Kind? {
        switch byte {
        case UInt8(ascii: "{"): .leftBrace
        case UInt8(ascii: "}"): .rightBrace
        case UInt8(ascii: "("): .leftParenthesis
        case UInt8(ascii: ")"): .rightParenthesis
        case UInt8(ascii: "["): .leftBracket
        case UInt8(ascii: "]"): .rightBracket
        case UInt8(ascii: ","): .comma
        case UInt8(ascii: ";"): .semicolon
        case UInt8(ascii: ":"): .colon
        case UInt8(ascii: "?"): .question
        case UInt8(ascii: "@"): .at
        case UInt8(ascii: "+"): .plus
        case UInt8(ascii: "-"): .minus
        case UInt8(ascii: "*"): .star
        case UInt8(ascii: "/"): .slash
        case UInt8(ascii: "%"): .percent
        case UInt8(ascii: "~"): .tilde
        case UInt8(ascii: "!"): .exclamation
        case UInt8(ascii: "&"): .ampersand
        case UInt8(ascii: "|"): .pipe
        case UInt8(ascii: "^"): .caret
        case UInt8(ascii: "<"): .less
        case UInt8(ascii: ">"): .greater
        case UInt8(ascii: "="): .equal
        default: nil
        }
    }
}
