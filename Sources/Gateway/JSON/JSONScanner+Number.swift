/// Numbers (RFC 8259 §6).
extension JSONScanner {
    /// Moves past the number that starts here and returns the bytes it covers.
    mutating func number(_ text: Span<UInt8>) throws(JSONSyntaxError) -> Range<Int> {
        let start = position
        _ = consume(UInt8(ascii: "-"), text)
        // A leading zero stands alone: `01` ends after the zero, and the caller refuses what follows.
        if !consume(UInt8(ascii: "0"), text) {
            try digits(text)
        }
        if consume(UInt8(ascii: "."), text) {
            try digits(text)
        }
        if consume(UInt8(ascii: "e"), text) || consume(UInt8(ascii: "E"), text) {
            if !consume(UInt8(ascii: "+"), text) { _ = consume(UInt8(ascii: "-"), text) }
            try digits(text)
        }
        return start..<position
    }

    /// Moves past one or more decimal digits.
    @inline(__always)
    private mutating func digits(_ text: Span<UInt8>) throws(JSONSyntaxError) {
        let start = position
        while position < text.count, text[position] &- UInt8(ascii: "0") <= 9 { position += 1 }
        guard position > start else { throw failure(.invalidNumber, text) }
    }
}
