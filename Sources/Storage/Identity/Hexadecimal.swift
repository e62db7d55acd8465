/// Hexadecimal digits as ASCII bytes.
@usableFromInline
enum Hexadecimal {
    /// The value of a digit in either case, or nil for any other byte.
    @inlinable
    static func value(of byte: UInt8) -> UInt64? {
        switch byte {
        case 0x30...0x39: UInt64(byte &- 0x30)
        case 0x41...0x46: UInt64(byte &- 0x41 &+ 10)
        case 0x61...0x66: UInt64(byte &- 0x61 &+ 10)
        default: nil
        }
    }

    /// Appends the lower-case digits of the `digits` lowest nibbles of `word`, highest first.
    static func append(_ word: UInt64, digits: Int = 16, to text: inout [UInt8]) {
        for index in (0..<digits).reversed() {
            let nibble = UInt8(truncatingIfNeeded: word >> UInt64(index * 4)) & 0xF
            text.append(nibble < 10 ? 0x30 + nibble : 0x61 + nibble - 10)
        }
    }

    /// The words that `text` spells, 16 digits each in either case; nil unless it is exactly `count` words.
    static func words(_ text: some StringProtocol, count: Int) -> [UInt64]? {
        var words: [UInt64] = []
        var word: UInt64 = 0
        var digits = 0
        for byte in text.utf8 {
            guard digits < count * 16, let value = value(of: byte) else { return nil }
            word = word << 4 | value
            digits += 1
            if digits % 16 == 0 { words.append(word) }
        }
        return digits == count * 16 ? words : nil
    }
}
