/// The base URL of a server: scheme, host, optional port, optional path prefix.
struct ServerAddress: Sendable, Equatable, CustomStringConvertible {
    /// Used when neither the flag nor the environment names one.
    static let standard = "http://127.0.0.1:8080"

    /// The URL without a trailing slash.
    let description: String
    let isEncrypted: Bool
    /// Without the brackets of an IPv6 address.
    let host: String

    /// - Throws: ``CommandError`` when the text is no such URL. Its text is not repeated: it may hold a password.
    init(_ text: String) throws(CommandError) {
        let schemes = [("http://", false), ("https://", true)]
        let isPlain = text.utf8.allSatisfy { (0x21...0x7E).contains($0) } && !text.contains(where: "?#@\\".contains)
        guard isPlain, let (scheme, isEncrypted) = schemes.first(where: { text.lowercased().hasPrefix($0.0) }),
            let host = Self.host(of: text.dropFirst(scheme.count).prefix { $0 != "/" })
        else {
            throw .badInput("the server must be given as http://host:port or https://host:port")
        }
        var url = text
        while url.hasSuffix("/") { url.removeLast() }
        description = url
        self.isEncrypted = isEncrypted
        self.host = host
    }

    /// Whether requests stay on this machine.
    var isLoopback: Bool {
        host == "localhost" || host == "::1" || (host.hasPrefix("127.") && host.allSatisfy { $0.isNumber || $0 == "." })
    }

    private static func host(of authority: Substring) -> String? {
        let port: Substring
        let host: Substring
        if authority.first == "[" {
            guard let end = authority.firstIndex(of: "]") else { return nil }
            host = authority[authority.index(after: authority.startIndex)..<end]
            port = authority[authority.index(after: end)...]
        } else {
            host = authority.prefix { $0 != ":" }
            port = authority.dropFirst(host.count)
        }
        let isPortValid = port.isEmpty || (port.first == ":" && UInt16(port.dropFirst()) != nil)
        return host.isEmpty || !isPortValid ? nil : host.lowercased()
    }
}
