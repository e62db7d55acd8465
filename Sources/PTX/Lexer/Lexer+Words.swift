extension Lexer {
    mutating func scanName(into token: inout Token) {
        position += 1
        while byte(at: position).continuesName { position += 1 }
        token.kind = .name
        if position - token.offset == 1 && text[token.offset] == UInt8(ascii: "_") { token.kind = .underscore }
        checkLength(of: &token, "name")
    }

    /// `.f32`, and `.L2::128B` in one piece.
    mutating func scanDotted(into token: inout Token) {
        position += 1
        while true {
            if byte(at: position).continuesName {
                position += 1
            } else if byte(at: position) == UInt8(ascii: ":") && byte(at: position + 1) == UInt8(ascii: ":")
                && byte(at: position + 2).continuesName
            {
                position += 3
            } else {
                break
            }
        }
        token.kind = .dotted
        checkLength(of: &token, "name")
    }

    /// A string keeps its escapes as written. It holds well-formed UTF-8 and ends on its line.
    mutating func scanString(into token: inout Token) {
        position += 1
        var isPlain = true
        while true {
            let byte = byte(at: position)
            if position >= text.count || byte == UInt8(ascii: "\n") { return spoil(&token, "string without its end") }
            position += 1
            if byte == UInt8(ascii: "\"") { break }
            if byte == UInt8(ascii: "\\") {
                // The byte behind a backslash never ends the string.
                if self.byte(at: position) >= 0x20 { position += 1 }
            } else if byte < 0x20 && byte != UInt8(ascii: "\t") || byte == 0x7F {
                isPlain = false
            }
        }
        token.kind = .string
        if !isPlain { return spoil(&token, "control character in a string") }
        if String(validating: text[token.offset..<position], as: UTF8.self) == nil {
            spoil(&token, "string that is not UTF-8")
        }
    }

    mutating func checkLength(of token: inout Token, _ what: String) {
        guard position - token.offset > longestName else { return }
        spoil(&token, "\(what) longer than \(longestName) bytes", code: .limit)
    }
}
