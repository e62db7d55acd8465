/// Decodes UTF-8 that arrives in pieces; what is not UTF-8 becomes U+FFFD.
struct UTF8Pieces: Sendable {
    /// What a byte completes: a character cut short by it, and one that it ends or is.
    typealias Completed = (cut: Unicode.Scalar?, whole: Unicode.Scalar?)

    /// The beginning of a character, at most three bytes.
    private var pending: [UInt8] = []
    private var expected = 0

    private static let replacement: Unicode.Scalar = "\u{FFFD}"

    mutating func feed(_ byte: UInt8) -> Completed {
        if pending.isEmpty { return (nil, begin(with: byte)) }
        guard byte & 0xC0 == 0x80 else { return (finish(), begin(with: byte)) }
        pending.append(byte)
        guard pending.count == expected else { return (nil, nil) }
        defer { pending = [] }
        // The decoder of the standard library refuses overlong forms and surrogates.
        return (nil, String(validating: pending, as: UTF8.self)?.unicodeScalars.first ?? Self.replacement)
    }

    /// Ends a character that was cut short.
    mutating func finish() -> Unicode.Scalar? {
        defer { pending = [] }
        return pending.isEmpty ? nil : Self.replacement
    }

    private mutating func begin(with byte: UInt8) -> Unicode.Scalar? {
        switch byte {
        case 0x00...0x7F: return Unicode.Scalar(byte)
        case 0xC2...0xDF: expected = 2
        case 0xE0...0xEF: expected = 3
        case 0xF0...0xF4: expected = 4
        default: return Self.replacement
        }
        pending = [byte]
        return nil
    }
}
