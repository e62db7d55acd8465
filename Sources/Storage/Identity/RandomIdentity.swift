/// An identity that is a random UUID (version 4, RFC 9562).
///
/// Each kind of thing has a type of its own, so that the id of one is never taken for the id of another.
public protocol RandomIdentity: Hashable, Sendable, CustomStringConvertible {
    /// The first eight bytes, most significant first.
    var high: UInt64 { get }

    /// The last eight bytes, most significant first.
    var low: UInt64 { get }

    /// Makes an identity of its bytes.
    init(high: UInt64, low: UInt64)
}

extension RandomIdentity {
    /// A new identity: 122 bits of the system's cryptographically secure generator, and the version and variant bits.
    public static func random() -> Self {
        var generator = SystemRandomNumberGenerator()
        let high = generator.next() & 0xFFFF_FFFF_FFFF_0FFF | 0x4000
        let low = generator.next() & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000
        return Self(high: high, low: low)
    }

    /// The canonical text: 36 characters, lower case.
    public var description: String {
        var text: [UInt8] = []
        text.reserveCapacity(36)
        Hexadecimal.append(high >> 32, digits: 8, to: &text)
        text.append(0x2D)
        Hexadecimal.append(high >> 16, digits: 4, to: &text)
        text.append(0x2D)
        Hexadecimal.append(high, digits: 4, to: &text)
        text.append(0x2D)
        Hexadecimal.append(low >> 48, digits: 4, to: &text)
        text.append(0x2D)
        Hexadecimal.append(low, digits: 12, to: &text)
        return String(decoding: text, as: UTF8.self)
    }
}
