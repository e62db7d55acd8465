import TestSupport

/// Texts that try to break out of a line.
enum HostileText {
    private static let pieces = [
        "\"", "\\", "\n", "\r\n", "\t", "\u{0}", "\u{1B}[2J", "\u{7F}", "\u{85}", "\u{2028}", "\u{2029}", "\u{202E}",
        "\u{FEFF}", "\u{E0041}", "\u{FFFF}", "\u{10FFFF}", "e\u{301}\u{301}", "é", "👩‍👩‍👧", "ß", "…", "plain", "\\u0041",
        "\"}\n{\"",
    ]

    static func random(_ generator: inout SeededGenerator) -> String {
        let count = Int.random(in: 0...60, using: &generator)
        return (0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
    }
}
