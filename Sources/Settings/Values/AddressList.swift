/// Addresses and networks, such as those of proxies that are trusted.
public struct AddressList: Sendable, Equatable {
    private struct Network: Sendable, Equatable {
        let text: String
        let address: UInt128
        let mask: UInt128
    }

    private let networks: [Network]

    /// - Parameter text: addresses or networks in CIDR notation (RFC 4632, RFC 4291 §2.3), separated by commas.
    init(parsing text: String) throws(ValueFault) {
        var networks: [Network] = []
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            guard let network = Self.network(part.trimmingSpaces) else {
                throw .malformed("is not a list of addresses such as `10.0.0.0/8,::1`")
            }
            networks.append(network)
        }
        self.networks = networks
    }

    /// The entries as they were written.
    public var entries: [String] { networks.map(\.text) }

    /// Whether an address is one of them or in one of the networks; an IPv4 address may also be written as mapped into
    /// IPv6.
    /// - Parameter address: without brackets and port. What is no address is in no network.
    public func contains(_ address: String) -> Bool {
        guard let number = IPAddress(address)?.mapped else { return false }
        return networks.contains { number & $0.mask == $0.address }
    }

    private static func network(_ text: Substring) -> Network? {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard let first = parts.first, let address = IPAddress(first) else { return nil }
        var length = 128
        if parts.count == 2 {
            let width = if case .v4 = address { 32 } else { 128 }
            guard let bits = DecimalNumber.parse(String(parts[1])), bits <= width else { return nil }
            length = 128 - width + bits
        }
        let mask: UInt128 = length == 0 ? 0 : ~UInt128(0) << UInt128(128 - length)
        return Network(text: String(text), address: address.mapped & mask, mask: mask)
    }
}

extension IPAddress {
    /// The address in the space of IPv6, IPv4 mapped into it (RFC 4291 §2.5.5.2).
    fileprivate var mapped: UInt128 {
        switch self {
        case .v4(let address): 0xFFFF_0000_0000 | UInt128(address)
        case .v6(let address): address
        }
    }
}
