/// Decodes UTF-8 that arrives in pieces; what is not UTF-8 becomes U+FFFD.
struct UTF8Pieces: Sendable {
    /// The beginning of a character, at most three bytes.
    private var pending: [UInt8] = []
    private var expected = 0

    private static let replacement: Unicode.Scalar = "\u{FFFD}"

    mutating func feed(_ byte: UInt8, _ emit: (Unicode.Scalar) -> Void) {
        if pending.isEmpty { return begin(with: byte, emit) }
        guard byte & 0xC0 == 0x80 else {
            finish(emit)
            return begin(with: byte, emit)
        }
        pending.append(byte)
        guard pending.count == expected else { return }
        // The decoder of the standard library refuses overlong forms and surrogates.
        let text = String(validating: pending, as: UTF8.self)
        emit(text?.unicodeScalars.first ?? Self.replacement)
        pending = []
    }

    /// Ends a character that was cut short.
    mutating func finish(_ emit: (Unicode.Scalar) -> Void) {
        if !pending.isEmpty { emit(Self.replacement) }
        pending = []
    }

    private mutating func begin(with byte: UInt8, _ emit: (Unicode.Scalar) -> Void) {
        switch byte {
        case 0x00...0x7F: emit(Unicode.Scalar(byte))
        case 0xC2...0xDF: start(byte, 2)
        case 0xE0...0xEF: start(byte, 3)
        case 0xF0...0xF4: start(byte, 4)
        default: emit(Self.replacement)
        }
    }

    private mutating func start(_ byte: UInt8, _ count: Int) {
        pending = [byte]
        expected = count
    }
}
