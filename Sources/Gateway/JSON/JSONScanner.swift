/// Walks over one JSON text (RFC 8259) and checks its grammar, without building values.
///
/// The text is handed to every call instead of being stored, because a stored span would make the scanner itself
/// bound to the lifetime of the buffer. Every call of one scanner must be given the same text. Well-formed UTF-8 is
/// checked once, by ``checkUTF8(_:)``; the rest relies on it only for the content of strings.
struct JSONScanner {
    /// Arrays and objects inside each other that are accepted. It bounds the recursion of ``skipValue(_:depth:)``.
    static let maximumDepth = 64

    /// The next byte to read, from the start of the text.
    var position = 0

    /// Checks that the whole text is well-formed UTF-8: no overlong forms, no surrogates, nothing above U+10FFFF.
    static func checkUTF8(_ text: Span<UInt8>) throws(JSONSyntaxError) {
        do throws(UTF8.ValidationError) {
            _ = try UTF8Span(validating: text)
        } catch {
            throw JSONSyntaxError(offset: error.byteOffsets.lowerBound, reason: .invalidUTF8)
        }
    }

    /// The byte at the current position, or `nil` at the end.
    @inline(__always)
    func peek(_ text: Span<UInt8>) -> UInt8? {
        position < text.count ? text[position] : nil
    }

    /// An error at the current position: `reason`, or the end of the text where there is nothing left to blame.
    func failure(_ reason: JSONSyntaxError.Reason, _ text: Span<UInt8>) -> JSONSyntaxError {
        JSONSyntaxError(offset: position, reason: position < text.count ? reason : .unexpectedEnd)
    }

    @inline(__always)
    mutating func skipWhitespace(_ text: Span<UInt8>) {
        while position < text.count {
            switch text[position] {
            case 0x20, 0x09, 0x0A, 0x0D: position += 1
            default: return
            }
        }
    }

    /// Moves past `byte` if it is next.
    @inline(__always)
    mutating func consume(_ byte: UInt8, _ text: Span<UInt8>) -> Bool {
        guard position < text.count, text[position] == byte else { return false }
        position += 1
        return true
    }

    /// Moves past `byte`, which must be next.
    @inline(__always)
    mutating func expect(_ byte: UInt8, _ text: Span<UInt8>) throws(JSONSyntaxError) {
        guard consume(byte, text) else { throw failure(.unexpectedByte, text) }
    }

    /// Moves over whitespace, which must be all that is left.
    mutating func expectEnd(_ text: Span<UInt8>) throws(JSONSyntaxError) {
        skipWhitespace(text)
        guard position == text.count else { throw failure(.trailingBytes, text) }
    }

    /// After an element: `true` when a comma promises another one, `false` when `close` ended the container.
    mutating func continues(until close: UInt8, _ text: Span<UInt8>) throws(JSONSyntaxError) -> Bool {
        skipWhitespace(text)
        if consume(UInt8(ascii: ","), text) {
            skipWhitespace(text)
            return true
        }
        try expect(close, text)
        return false
    }

    /// Moves past the literal that starts here; `rest` is what must follow its first letter.
    mutating func literal(_ rest: StaticString, _ text: Span<UInt8>) throws(JSONSyntaxError) {
        let start = position
        position += 1
        for scalar in rest.description.utf8 where !consume(scalar, text) {
            throw position < text.count
                ? JSONSyntaxError(offset: start, reason: .invalidLiteral) : failure(.unexpectedEnd, text)
        }
    }
}
