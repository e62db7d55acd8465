@testable import PTX

/// A reproducible source of randomness (SplitMix64).
struct SeededTexts: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// Pieces that texts are made of, sound ones and unsound ones.
    private static let pieces = [
        "add.s32", "ld.global.v4.f32", "call", "@%p1", "@!%p1", "%r1", "%tid.x", "_", "!%p1", "[%rd1+-8]", "[a]", "{",
        "}", "(", ")", "[", "]", "<", ">", ",", ";", ":", "|", "+", "-", "*", "/", "~", "?", "=", "==", "<<", ">>",
        "0", "1", "077", "08", "0x7f", "0xFFFFFFFFFFFFFFFFU", "0f3F800000", "0f3F", "0d3FF0000000000000", "1.5", ".5",
        "1e", "WARP_SZ", "L1:", "ts: .branchtargets", "p: .callprototype", ".loc 1 2 3", ".file 1 \"a\"", ".pragma",
        "\"nounroll\"", "\"", ".reg", ".b32", ".v4", ".align 8", ".shared", ".global", ".param", ".entry k", ".func f",
        ".visible", ".extern", ".version 8.0", ".target sm_80", ".section .debug", "generic(", "//", "/*", "*/", "\n",
        "\t", ".", "..", "::", ".L2::128B", "$L", "%", "\\", "#", "\u{E9}", "\0",
    ]

    /// A text of random pieces, half of the time inside a kernel.
    mutating func text(pieces count: Int) -> [UInt8] {
        let words = (0..<count).map { _ in Self.pieces.randomElement(using: &self) ?? "" }
        let joined = words.joined(separator: Bool.random(using: &self) ? " " : "")
        return [UInt8]((Bool.random(using: &self) ? SyntaxText.kernel(joined) : SyntaxText.header + joined).utf8)
    }

    /// `text` with one change somewhere.
    mutating func mutation(of text: [UInt8]) -> [UInt8] {
        guard !text.isEmpty else { return text }
        var text = text
        let place = Int.random(in: 0..<text.count, using: &self)
        let end = min(text.count, place + Int.random(in: 1...16, using: &self))
        switch Int.random(in: 0..<6, using: &self) {
        case 0: text[place] ^= 1 << UInt8.random(in: 0..<8, using: &self)
        case 1: text[place] = UInt8.random(in: 0...255, using: &self)
        case 2: text.removeSubrange(place..<end)
        case 3: text.insert(contentsOf: text[place..<end], at: place)
        case 4: text.insert(contentsOf: (Self.pieces.randomElement(using: &self) ?? "").utf8, at: place)
        default: swapTokens(in: &text)
        }
        return text
    }

    /// Exchanges two tokens that stand close to each other.
    private mutating func swapTokens(in text: inout [UInt8]) {
        var lexer = Lexer(text, longestName: 1_024)
        lexer.position = Int.random(in: 0..<text.count, using: &self)
        let first = lexer.next()
        for _ in 0..<Int.random(in: 0..<6, using: &self) { _ = lexer.next() }
        let second = lexer.next()
        guard first.kind != .end, second.kind != .end, first.end <= second.offset else { return }
        let middle = text[first.end..<second.offset]
        let swapped = text[second.offset..<second.end] + middle + text[first.offset..<first.end]
        text.replaceSubrange(first.offset..<second.end, with: swapped)
    }
}
