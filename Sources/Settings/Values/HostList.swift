/// The names under which clients may address the server: the `Host` field or HTTP/2's `:authority`.
///
/// A browser that was led here by another site's name (DNS rebinding) still sends that name, and is refused by it.
public struct HostList: Sendable, Equatable {
    /// The entries as they were written: a host name or address, `*.` before a domain for all names under it, each
    /// with a port or without, which then allows every port.
    public let entries: [String]

    /// - Parameter text: entries separated by commas.
    init(parsing text: String) throws(ValueFault) {
        var entries: [String] = []
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            let entry = part.trimmingSpaces.lowercased()
            let name = entry.hasPrefix("*.") ? String(entry.dropFirst(2)) : entry
            guard !name.isEmpty, name.utf8.allSatisfy(\.isHostByte) else {
                throw .malformed("is not a list of host names such as `api.example.com,*.example.org:8443`")
            }
            entries.append(entry)
        }
        self.entries = entries
    }

    /// Whether a request with this `Host` field is for this server.
    /// - Parameter host: the field's value: a name or address, with a port or without.
    public func allows(_ host: String) -> Bool {
        let host = host.lowercased()
        let name = Self.withoutPort(host)
        return entries.contains { entry in
            guard entry.hasPrefix("*.") else { return entry == host || entry == name }
            let suffix = entry.dropFirst(1)
            return [Substring(host), name].contains { $0.hasSuffix(suffix) && $0.utf8.count > suffix.utf8.count }
        }
    }

    private static func withoutPort(_ host: String) -> Substring {
        if host.hasPrefix("[") { return host.prefix { $0 != "]" } + "]" }
        return host.prefix { $0 != ":" }
    }
}

extension Substring {
    /// The text without blanks at its ends.
    var trimmingSpaces: Substring {
        var text = self
        while let first = text.first, first == " " || first == "\t" { text.removeFirst() }
        while let last = text.last, last == " " || last == "\t" { text.removeLast() }
        return text
    }
}

extension UInt8 {
    /// Whether the byte may stand in a host name, an address in brackets, or a port.
    fileprivate var isHostByte: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"),
            UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "_"):
            true
        default: false
        }
    }
}
