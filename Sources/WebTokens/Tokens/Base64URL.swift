/// Base64 with the alphabet for URLs and without padding (RFC 4648, section 5).
enum Base64URL {
    /// The bytes that `text` stands for; nil for anything that an encoder would not write.
    ///
    /// Bits that belong to no byte must be zero: otherwise one signature would have several texts.
    static func decode(_ text: some Collection<UInt8>) -> [UInt8]? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count * 3 / 4)
        var pending: UInt32 = 0
        var bits = 0
        for character in text {
            guard let value = value(of: character) else { return nil }
            pending = pending << 6 | UInt32(value)
            bits += 6
            guard bits >= 8 else { continue }
            bits -= 8
            bytes.append(UInt8(truncatingIfNeeded: pending >> UInt32(bits)))
            pending &= (1 << UInt32(bits)) - 1
        }
        return bits < 6 && pending == 0 ? bytes : nil
    }

    /// The six bits of a character, or nil for one that is not of the alphabet.
    static func value(of character: UInt8) -> UInt8? {
        switch character {
        case 0x41...0x5A: character - 0x41
        case 0x61...0x7A: character - 0x61 + 26
        case 0x30...0x39: character - 0x30 + 52
        case 0x2D: 62
        case 0x5F: 63
        default: nil
        }
    }
}
