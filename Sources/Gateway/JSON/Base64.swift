/// Standard padded base64 (RFC 4648 §4), without line breaks.
///
/// Decoding is strict: one sequence of bytes has exactly one text. Otherwise two different bodies could mean the same
/// module, and a text damaged on the way could still be accepted.
public enum Base64 {
    /// Marks a byte outside the alphabet in ``values``. It is the only entry with the top bit set, so the entries of
    /// several bytes can be combined and checked once.
    private static let outside: UInt8 = 0x80

    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    private static let values: [UInt8] = {
        var values = [UInt8](repeating: outside, count: 256)
        for (value, byte) in alphabet.enumerated() { values[Int(byte)] = UInt8(value) }
        return values
    }()

    private static let padding = UInt8(ascii: "=")

    /// The bytes a text stands for, or `nil` when it is not canonical base64: a length that is no multiple of four,
    /// padding that is missing or misplaced, whitespace, the URL alphabet, or unused bits that are not zero.
    public static func decode(_ text: Span<UInt8>) -> [UInt8]? {
        guard text.count.isMultiple(of: 4) else { return nil }
        guard text.count > 0 else { return [] }
        let tail = text.count - 4
        var padded = 0
        if text[tail + 3] == padding { padded = text[tail + 2] == padding ? 2 : 1 }
        let whole = padded == 0 ? text.count : tail
        var bytes = [UInt8](repeating: 0, count: text.count / 4 * 3 - padded)
        var target = bytes.mutableSpan
        let table = values.span
        var output = 0
        var input = 0
        while input < whole {
            let a = table[Int(text[input])]
            let b = table[Int(text[input + 1])]
            let c = table[Int(text[input + 2])]
            let d = table[Int(text[input + 3])]
            guard (a | b | c | d) & outside == 0 else { return nil }
            target[output] = a << 2 | b >> 4
            target[output + 1] = b << 4 | c >> 2
            target[output + 2] = c << 6 | d
            input += 4
            output += 3
        }
        guard padded > 0 else { return bytes }
        let a = table[Int(text[tail])]
        let b = table[Int(text[tail + 1])]
        guard (a | b) & outside == 0 else { return nil }
        target[output] = a << 2 | b >> 4
        if padded == 2 { return b & 0x0F == 0 ? bytes : nil }
        let c = table[Int(text[tail + 2])]
        guard c & (outside | 0x03) == 0 else { return nil }
        target[output + 1] = b << 4 | c >> 2
        return bytes
    }

    /// The text of `bytes`, as ASCII with padding.
    public static func encode(_ bytes: Span<UInt8>) -> [UInt8] {
        var text = [UInt8](repeating: padding, count: (bytes.count + 2) / 3 * 4)
        var target = text.mutableSpan
        let letters = alphabet.span
        var input = 0
        var output = 0
        while input < bytes.count {
            let a = bytes[input]
            let b = input + 1 < bytes.count ? bytes[input + 1] : 0
            let c = input + 2 < bytes.count ? bytes[input + 2] : 0
            target[output] = letters[Int(a >> 2)]
            target[output + 1] = letters[Int((a & 0x03) << 4 | b >> 4)]
            if input + 1 < bytes.count { target[output + 2] = letters[Int((b & 0x0F) << 2 | c >> 6)] }
            if input + 2 < bytes.count { target[output + 3] = letters[Int(c & 0x3F)] }
            input += 3
            output += 4
        }
        return text
    }
}
