/// Strings (RFC 8259 §7).
extension JSONScanner {
    /// Moves past the string that starts here, checking every escape.
    mutating func string(_ text: Span<UInt8>) throws(JSONSyntaxError) -> JSONStringToken {
        position += 1
        let start = position
        var hasEscapes = false
        while position < text.count {
            let byte = text[position]
            if byte == UInt8(ascii: "\"") {
                position += 1
                return JSONStringToken(range: start..<(position - 1), hasEscapes: hasEscapes)
            }
            if byte == UInt8(ascii: "\\") {
                hasEscapes = true
                _ = try escape(text)
                continue
            }
            guard byte >= 0x20 else { throw failure(.controlCharacter, text) }
            position += 1
        }
        throw failure(.unexpectedEnd, text)
    }

    /// Moves past the escape sequence that starts here and returns the character it stands for.
    ///
    /// A surrogate must be followed by the escape of its other half, because alone it stands for no character and
    /// could not be passed on as UTF-8.
    mutating func escape(_ text: Span<UInt8>) throws(JSONSyntaxError) -> Unicode.Scalar {
        let start = position
        position += 1
        guard let letter = peek(text) else { throw failure(.unexpectedEnd, text) }
        position += 1
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(letter)
        case UInt8(ascii: "b"): return "\u{08}"
        case UInt8(ascii: "f"): return "\u{0C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return try unicodeEscape(text, start: start)
        default: throw JSONSyntaxError(offset: start, reason: .invalidEscape)
        }
    }

    private mutating func unicodeEscape(_ text: Span<UInt8>, start: Int) throws(JSONSyntaxError) -> Unicode.Scalar {
        let unit = try hexadecimal(text)
        if let scalar = Unicode.Scalar(unit) { return scalar }
        let lone = JSONSyntaxError(offset: start, reason: .loneSurrogate)
        guard unit < 0xDC00 else { throw lone }
        guard consume(UInt8(ascii: "\\"), text), consume(UInt8(ascii: "u"), text) else {
            throw position < text.count ? lone : failure(.unexpectedEnd, text)
        }
        let low = try hexadecimal(text)
        guard
            (0xDC00...0xDFFF).contains(low),
            let scalar = Unicode.Scalar(0x10000 + (UInt32(unit - 0xD800) << 10 | UInt32(low - 0xDC00)))
        else { throw lone }
        return scalar
    }

    /// Moves past four hexadecimal digits and returns their value.
    private mutating func hexadecimal(_ text: Span<UInt8>) throws(JSONSyntaxError) -> UInt16 {
        var value: UInt16 = 0
        for _ in 0..<4 {
            let digit: UInt8
            switch peek(text) {
            case let byte? where byte &- UInt8(ascii: "0") <= 9: digit = byte - UInt8(ascii: "0")
            case let byte? where (byte | 0x20) &- UInt8(ascii: "a") <= 5: digit = (byte | 0x20) - UInt8(ascii: "a") + 10
            default: throw failure(.invalidEscape, text)
            }
            value = value << 4 | UInt16(digit)
            position += 1
        }
        return value
    }
}
