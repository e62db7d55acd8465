import Storage
import Tenancy

/// A bearer token as its owner keeps it; the server needs no more than its digest.
struct TokenText: Sendable, Equatable {
    let text: String

    /// - Parameter line: the token, and the end of its line, if it has one.
    /// - Throws: ``CommandError`` for what cannot be a token of a server; its text is not repeated.
    init(line: [UInt8]) throws(CommandError) {
        var bytes = line[...]
        if bytes.last == 0x0A { bytes = bytes.dropLast() }
        if bytes.last == 0x0D { bytes = bytes.dropLast() }
        let structure = ",:".utf8
        let isValid = bytes.allSatisfy { (0x21...0x7E).contains($0) && !structure.contains($0) }
        guard isValid, (1...TokenLimits.tokenBytes).contains(bytes.count) else {
            throw .badInput(
                "a token has 1 to \(TokenLimits.tokenBytes) visible ASCII characters other than the comma and the colon"
            )
        }
        text = String(decoding: bytes, as: UTF8.self)
    }

    /// A new one with 256 random bits of the operating system.
    static func random() -> TokenText {
        var generator = SystemRandomNumberGenerator()
        let bytes = (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
        // A prefix tells people, and programs that look for lost secrets, what it is.
        return TokenText(valid: "tw_" + Base64.encode(bytes).prefix(43).map(urlSafe).joined())
    }

    private init(valid text: String) { self.text = text }

    /// Base64 with the alphabet for URLs (RFC 4648 §5), which needs no quoting in shells.
    private static func urlSafe(_ character: Character) -> String {
        switch character {
        case "+": "-"
        case "/": "_"
        default: String(character)
        }
    }

    /// What may stand in the server's list in place of the token: `sha256:` and 64 hexadecimal digits.
    var hash: String { "sha256:" + Digest(of: Array(text.utf8)).hex }

    /// An entry of the server's list.
    /// - Parameter tenants: ids separated by commas, or `*`.
    /// - Throws: ``CommandError`` when the server would refuse the entry.
    func entry(tenants: String) throws(CommandError) -> String {
        let entry = "\(hash):tenant=\(tenants)"
        // A comma too many would begin another entry.
        guard let table = try? TokenTable.parse(list: entry), table.count == 1, table.wildcardCount == 0 else {
            throw .badInput("the tenants must be given as *, or as ids separated by commas, such as 1,2")
        }
        return entry
    }
}
