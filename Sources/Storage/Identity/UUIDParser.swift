/// Reads the 36 characters `xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx` one byte at a time (RFC 9562, section 4).
///
/// It is a value that allocates nothing, so that the same rules serve strings, buffers and spans.
@usableFromInline
struct UUIDParser {
    @usableFromInline var high: UInt64 = 0
    @usableFromInline var low: UInt64 = 0
    @usableFromInline var position = 0

    @inlinable
    init() {}

    /// Whether all 36 characters have been read.
    @inlinable
    var isComplete: Bool { position == 36 }

    /// Takes the next byte.
    ///
    /// - Returns: False when the byte cannot stand at this position or the text is already complete.
    @inlinable
    mutating func feed(_ byte: UInt8) -> Bool {
        defer { position &+= 1 }
        switch position {
        case 8, 13, 18, 23:
            return byte == 0x2D
        case 0..<18:
            guard let value = Hexadecimal.value(of: byte) else { return false }
            high = high << 4 | value
        case 18..<36:
            guard let value = Hexadecimal.value(of: byte) else { return false }
            low = low << 4 | value
        default:
            return false
        }
        return true
    }
}
