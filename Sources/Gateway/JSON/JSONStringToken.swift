/// A string of a JSON text that has been checked but not copied.
struct JSONStringToken {
    /// The bytes between the quotes.
    let range: Range<Int>
    /// Whether those bytes contain escapes, and so differ from the string's value.
    let hasEscapes: Bool

    /// The string's value as UTF-8.
    func bytes(_ text: Span<UInt8>) throws(JSONSyntaxError) -> [UInt8] {
        if hasEscapes { return try unescaped(text) }
        return [UInt8](capacity: range.count) { copy in
            for index in range { copy.append(text[index]) }
        }
    }

    /// The string's value.
    @inline(__always)
    func string(_ text: Span<UInt8>) throws(JSONSyntaxError) -> String {
        if hasEscapes { return String(decoding: try unescaped(text), as: UTF8.self) }
        return try String(json: text, in: range)
    }

    /// The string's value, or `nil` when it is certainly longer than `limit` bytes and so not worth a copy.
    @inline(__always)
    func string(_ text: Span<UInt8>, upTo limit: Int) throws(JSONSyntaxError) -> String? {
        // No escape is longer than six bytes for each byte it stands for.
        guard range.count <= (hasEscapes ? limit * 6 : limit) else { return nil }
        return try string(text)
    }

    private func unescaped(_ text: Span<UInt8>) throws(JSONSyntaxError) -> [UInt8] {
        var value: [UInt8] = []
        value.reserveCapacity(range.count)
        var scanner = JSONScanner(position: range.lowerBound)
        while scanner.position < range.upperBound {
            let byte = text[scanner.position]
            guard byte == UInt8(ascii: "\\") else {
                value.append(byte)
                scanner.position += 1
                continue
            }
            let scalar = try scanner.escape(text)
            value.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        }
        return value
    }
}

extension String {
    /// A copy of a part of a JSON text, which must hold whole UTF-8 sequences.
    @inline(__always)
    init(json text: Span<UInt8>, in range: Range<Int>) throws(JSONSyntaxError) {
        do throws(UTF8.ValidationError) {
            self.init(copying: try UTF8Span(validating: text.extracting(range)))
        } catch {
            throw JSONSyntaxError(offset: range.lowerBound, reason: .invalidUTF8)
        }
    }
}
