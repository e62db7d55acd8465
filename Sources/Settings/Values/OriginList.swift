/// The web origins whose pages may call the server from a browser (Fetch Standard, CORS protocol).
public struct OriginList: Sendable, Equatable {
    /// The origins in lower case; empty when any is allowed.
    public let origins: [String]
    /// Whether pages of every origin may call.
    public let allowsAny: Bool

    /// - Parameter text: origins separated by commas, or `*`.
    init(parsing text: String) throws(ValueFault) {
        if text == "*" {
            (origins, allowsAny) = ([], true)
            return
        }
        var origins: [String] = []
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            let origin = part.trimmingSpaces.lowercased()
            let host = ["https://", "http://"].first { origin.hasPrefix($0) }.map { origin.dropFirst($0.count) } ?? ""
            guard !host.isEmpty, host.utf8.allSatisfy({ (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "/") }) else {
                throw .malformed("is not a list of origins such as `https://app.example.com,http://localhost:3000`")
            }
            origins.append(origin)
        }
        (self.origins, allowsAny) = (origins, false)
    }

    /// Whether pages of this origin may call.
    public func allows(_ origin: String) -> Bool { allowsAny || origins.contains(origin.lowercased()) }
}
