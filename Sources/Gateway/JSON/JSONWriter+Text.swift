/// Strings, quoted and escaped.
extension JSONWriter {
    /// Appends well-formed UTF-8 as a quoted string.
    mutating func writeString(_ text: Span<UInt8>) {
        append(UInt8(ascii: "\""))
        writeEscaped(text)
        append(UInt8(ascii: "\""))
    }

    /// Appends any bytes as a quoted string, with U+FFFD in place of what is not UTF-8.
    mutating func writeLossyString(_ text: Span<UInt8>) {
        append(UInt8(ascii: "\""))
        var start = 0
        while start < text.count {
            let rest = text.extracting(start..<text.count)
            do throws(UTF8.ValidationError) {
                _ = try UTF8Span(validating: rest)
                writeEscaped(rest)
                break
            } catch {
                writeEscaped(rest.extracting(..<error.byteOffsets.lowerBound))
                append("\u{FFFD}")
                start += error.byteOffsets.upperBound
            }
        }
        append(UInt8(ascii: "\""))
    }

    /// Appends text in runs: everything between two bytes that need an escape is copied at once.
    private mutating func writeEscaped(_ text: Span<UInt8>) {
        var start = 0
        for index in text.indices {
            let byte = text[index]
            guard byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") else { continue }
            if start < index { append(text.extracting(start..<index)) }
            writeEscape(byte)
            start = index + 1
        }
        if start < text.count { append(text.extracting(start..<text.count)) }
    }

    private mutating func writeEscape(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""): append("\\\"")
        case UInt8(ascii: "\\"): append("\\\\")
        case 0x08: append("\\b")
        case 0x09: append("\\t")
        case 0x0A: append("\\n")
        case 0x0C: append("\\f")
        case 0x0D: append("\\r")
        default:
            append("\\u00")
            append(Self.hexadecimalDigit(byte >> 4))
            append(Self.hexadecimalDigit(byte & 0x0F))
        }
    }

    private static func hexadecimalDigit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
    }
}
