import TestSupport

/// Changes PTX texts token by token, so that many still pass the checker and few mean what they did.
struct PTXMutator {
    private var lines: [[Token]]
    /// Lines that hold instructions.
    private let instructions: [Int]
    private var generator: SeededGenerator

    /// A piece of a line: a word, one of its parts between dots, or a mark.
    private struct Token {
        var text: String

        /// Tokens of one family can mostly stand for each other.
        var family: String {
            if text.first == "%" { return String(text.prefix { !$0.isNumber }) }
            if text.first?.isNumber == true { return "number" }
            if text.first == "." { return "modifier" }
            return text.first == "$" ? "label" : text
        }
    }

    private static let numbers = [
        "0", "1", "2", "3", "4", "7", "8", "15", "16", "31", "32", "33", "63", "64", "255", "256", "4095", "65535",
        "65536", "2147483647", "4294967295", "0x80000000", "0x7FFFFFFFFFFFFFFF", "0xFFFFFFFFFFFFFFFF",
    ]
    private static let modifiers = [
        ".u8", ".s8", ".u16", ".s16", ".b16", ".u32", ".s32", ".b32", ".u64", ".s64", ".b64", ".f32", ".f64", ".f16",
        ".lt", ".le", ".gt", ".ge", ".eq", ".ne", ".ltu", ".nan", ".lo", ".hi", ".wide", ".global", ".shared",
        ".local", ".const", ".param", ".v2", ".v4", ".rn", ".rz", ".sat", ".sync", ".up", ".down", ".bfly", ".idx",
        ".add", ".min", ".max", ".and", ".or", ".xor", ".exch", ".cas", ".uni", ".all", ".any", ".ballot",
    ]

    init(_ text: [UInt8], _ generator: SeededGenerator) {
        self.generator = generator
        lines = String(decoding: text, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
            .map(Self.tokens)
        instructions = lines.indices.filter { [lines] index in
            let words = lines[index].map(\.text).filter { $0.first?.isWhitespace != true }
            guard let first = words.first?.first, let second = words.dropFirst().first else { return false }
            return words.contains(";") && (first.isLetter || first == "@") && second != ":"
        }
    }

    private static func tokens(_ line: Substring) -> [Token] {
        var tokens: [Token] = []
        func isWord(_ character: Character) -> Bool {
            character.isLetter || character.isNumber || "_$%".contains(character)
        }
        for character in line {
            // A word goes on; a dot begins a new part of it.
            if isWord(character), let last = tokens.last?.text.last, isWord(last) || last == "." {
                tokens[tokens.count - 1].text.append(character)
            } else {
                tokens.append(Token(text: String(character)))
            }
        }
        return tokens
    }

    /// A text with one to three changes.
    mutating func next() -> [UInt8] {
        let before = lines
        defer { lines = before }
        for _ in 0..<Int.random(in: 1...3, using: &generator) { change() }
        return Array(lines.map { $0.map(\.text).joined() }.joined(separator: "\n").utf8)
    }

    private mutating func change() {
        guard let line = instructions.randomElement(using: &generator),
            let other = instructions.randomElement(using: &generator)
        else { return }
        switch Int.random(in: 0..<12, using: &generator) {
        case 0: lines[line] = []
        case 1: lines[line] += lines[other]
        case 2: lines.swapAt(line, other)
        case 3: toggleGuard(line)
        default: changeToken(line, other)
        }
    }

    private mutating func toggleGuard(_ line: Int) {
        guard let place = lines[line].firstIndex(where: { $0.text == "@" }) else { return }
        if place + 1 < lines[line].count, lines[line][place + 1].text == "!" {
            lines[line].remove(at: place + 1)
        } else {
            lines[line].insert(Token(text: "!"), at: place + 1)
        }
    }

    private mutating func changeToken(_ line: Int, _ other: Int) {
        let places = lines[line].indices.filter {
            ["number", "modifier", "label"].contains(lines[line][$0].family) || lines[line][$0].text.first == "%"
        }
        guard let place = places.randomElement(using: &generator) else { return }
        let family = lines[line][place].family
        let others = lines[other].filter { $0.family == family }.map(\.text)
        let choices =
            switch family {
            case "number": Self.numbers + others
            case "modifier": others.isEmpty || Bool.random(using: &generator) ? Self.modifiers : others
            default: others
            }
        if let text = choices.randomElement(using: &generator) { lines[line][place].text = text }
    }
}
