extension SyntaxReader {
    /// Goes to where the next statement may begin: behind a `;`, behind a block with statements, or in front of a `}`
    /// that the faulty statement has not opened.
    mutating func recover() {
        var own = openBraces
        var blocks = 0
        var hasStatements = false
        openBraces = 0
        depth = 0
        while token.kind != .end {
            switch token.kind {
            case .semicolon:
                guard blocks > 0 else { return advance() }
                hasStatements = true
            case .leftBrace:
                blocks += 1
            case .rightBrace where blocks > 0:
                blocks -= 1
                // Without statements it was a vector or an initialiser, and the statement goes on.
                if blocks == 0 && hasStatements { return advance() }
            case .rightBrace:
                if own == 0 { return }
                own -= 1
            case .dotted where token.line > previous.line && beginsItem:
                return
            default:
                break
            }
            advance()
        }
    }

    /// Whether the token can only stand outside functions.
    var beginsItem: Bool {
        switch directive {
        case "entry", "func", "visible", "extern", "weak", "common", "version", "target", "address_size", "alias": true
        default: false
        }
    }
}
