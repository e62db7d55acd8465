extension ListenAddress {
    /// Parses `host:port` or `[IPv6]:port`.
    ///
    /// - Throws: `ValueFault.malformed` naming the part that is wrong.
    init(parsing text: String) throws(ValueFault) {
        guard let colon = text.lastIndex(of: ":") else {
            throw .malformed("has no port; write host:port")
        }
        guard let port = DecimalNumber.parse(text[text.index(after: colon)...]), port <= Int(UInt16.max) else {
            throw .malformed("needs a port from 0 to 65535 after the last colon")
        }
        self.init(host: try Self.host(text[..<colon]), port: port)
    }

    private static func host(_ text: Substring) throws(ValueFault) -> String {
        if text.hasPrefix("["), text.hasSuffix("]") {
            let inner = text.dropFirst().dropLast()
            guard case .v6 = IPAddress(inner) else {
                throw .malformed("has no IPv6 address between the brackets")
            }
            return String(inner)
        }
        guard !text.contains(":") else {
            throw .malformed("needs brackets around an IPv6 address, as in [::1]:8080")
        }
        guard IPAddress(text) != nil || isHostName(text) else {
            throw .malformed("has no valid host; write an IP address or a host name before the port")
        }
        return String(text)
    }

    /// The letters-digits-hyphen rule of RFC 1123 §2.1.
    ///
    /// A last label that is a number is refused: the resolver reads `127.1` and `0` as addresses, not as names.
    private static func isHostName(_ text: Substring) -> Bool {
        let labels = text.split(separator: ".", omittingEmptySubsequences: false)
        guard text.utf8.count <= 253, labels.allSatisfy(isLabel), let last = labels.last else { return false }
        return !last.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
            && !last.lowercased().hasPrefix("0x")
    }

    private static func isLabel(_ label: Substring) -> Bool {
        (1...63).contains(label.utf8.count) && label.first != "-" && label.last != "-"
            && label.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
                    true
                default: false
                }
            }
    }
}
