/// A numeric internet address, parsed strictly.
///
/// The resolver's own parser accepts shorthands such as `127.1` or octal parts, and what it makes of them decides
/// whether a server is reachable from outside. Here a text has one reading or none.
enum IPAddress: Sendable, Hashable {
    case v4(UInt32)
    case v6(UInt128)

    /// Parses four decimal octets, or the forms of RFC 4291 §2.2 without a zone index.
    init?(_ text: some StringProtocol) {
        if let address = Self.v4(text) {
            self = .v4(address)
        } else if let address = Self.v6(text) {
            self = .v6(address)
        } else {
            return nil
        }
    }

    /// Whether only this machine can reach the address: `127.0.0.0/8`, `::1`, and the former mapped into IPv6
    /// (RFC 6890 §2.2).
    var isLoopback: Bool {
        switch self {
        case .v4(let address): address >> 24 == 127
        case .v6(let address): address == 1 || address >> 24 == 0xFFFF_7F
        }
    }

    private static func v4(_ text: some StringProtocol) -> UInt32? {
        let octets = text.split(separator: ".", omittingEmptySubsequences: false)
        guard octets.count == 4 else { return nil }
        var address: UInt32 = 0
        for octet in octets {
            guard let value = DecimalNumber.parse(octet), value <= 255 else { return nil }
            address = address << 8 | UInt32(value)
        }
        return address
    }

    private static func v6(_ text: some StringProtocol) -> UInt128? {
        let halves = text.split(separator: "::", omittingEmptySubsequences: false).map { String($0) }
        switch halves.count {
        case 1:
            guard let all = groups(halves[0], allowsV4: true), all.count == 8 else { return nil }
            return join(all)
        case 2:
            guard let leading = groups(halves[0], allowsV4: false),
                let trailing = groups(halves[1], allowsV4: true),
                leading.count + trailing.count < 8
            else { return nil }
            let zeros = [UInt16](repeating: 0, count: 8 - leading.count - trailing.count)
            return join(leading + zeros + trailing)
        default:
            return nil
        }
    }

    /// The 16-bit groups of one side of `::`; the last one may be a dotted IPv4 address, worth two groups.
    private static func groups(_ text: String, allowsV4: Bool) -> [UInt16]? {
        guard !text.isEmpty else { return [] }
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        var groups: [UInt16] = []
        for (index, part) in parts.enumerated() {
            if allowsV4, index == parts.count - 1, let address = v4(part) {
                groups += [UInt16(address >> 16), UInt16(address & 0xFFFF)]
            } else if (1...4).contains(part.utf8.count), part.utf8.allSatisfy(\.isHexDigit),
                let group = UInt16(part, radix: 16)
            {
                groups.append(group)
            } else {
                return nil
            }
        }
        return groups
    }

    private static func join(_ groups: [UInt16]) -> UInt128 {
        groups.reduce(0) { $0 << 16 | UInt128($1) }
    }
}

extension UInt8 {
    /// Whether the byte is an ASCII hexadecimal digit.
    fileprivate var isHexDigit: Bool {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
            UInt8(ascii: "A")...UInt8(ascii: "F"):
            true
        default: false
        }
    }
}
