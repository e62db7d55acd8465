import Foundation
import Testing

@testable import PTX

/// Hostile texts: whatever they hold, they are judged.
struct RobustnessTests {
    @Test(arguments: SyntaxFixtures.kernels)
    func `a kernel that is cut off anywhere is judged`(_ path: String) throws {
        let text = try SyntaxFixtures.bytes(path)
        for length in stride(from: 0, to: text.count, by: 17) {
            SyntaxJudgement.judge(Array(text.prefix(length)), "\(path) cut to \(length) bytes")
        }
    }

    @Test(arguments: SyntaxFixtures.corpus)
    func `a file of the corpus that is cut off is judged`(_ path: String) throws {
        let text = try SyntaxFixtures.bytes(path)
        for length in stride(from: 1, to: text.count, by: max(1, text.count / 8)) {
            SyntaxJudgement.judge(Array(text.prefix(length)), "\(path) cut to \(length) bytes")
        }
    }

    @Test func `a kernel that is cut off inside its body is never valid`() throws {
        for path in SyntaxFixtures.kernels {
            let text = try SyntaxFixtures.bytes(path)
            for length in stride(from: 0, to: text.count, by: 101) where Self.isOpen(text.prefix(length)) {
                #expect(!PTXParser.parse(Array(text.prefix(length))).isValid, "\(path) cut to \(length) bytes")
            }
        }
    }

    /// Whether a brace is not closed.
    private static func isOpen(_ text: ArraySlice<UInt8>) -> Bool {
        text.count { $0 == UInt8(ascii: "{") } > text.count { $0 == UInt8(ascii: "}") }
    }

    @Test(arguments: SyntaxFixtures.kernels)
    func `a kernel with changes is judged`(_ path: String) throws {
        let text = try SyntaxFixtures.bytes(path)
        for seed in 0..<UInt64(60) {
            var random = SeededTexts(seed: seed)
            var changed = text
            for _ in 0...(seed % 4) { changed = random.mutation(of: changed) }
            SyntaxJudgement.judge(changed, "\(path) with seed \(seed)")
        }
    }

    /// The seconds to go on for, instead of the few thousand texts of a normal run.
    private static let seconds = ProcessInfo.processInfo.environment["TENSOR_WASM_FUZZ_SECONDS"].flatMap(Double.init)

    @Test func `random texts and changed fixtures are judged`() throws {
        let fixtures = try SyntaxFixtures.kernels.map(SyntaxFixtures.bytes)
        let end = Self.seconds.map { ContinuousClock.now + .seconds($0) }
        // A long run starts elsewhere every time; the seed of what it finds is in the message.
        let first = end == nil ? 0 : UInt64.random(in: 0...(.max / 2))
        var seed = first
        while end.map({ ContinuousClock.now < $0 }) ?? (seed < first + 20_000) {
            var random = SeededTexts(seed: seed)
            var text = random.text(pieces: Int.random(in: 1...60, using: &random))
            if seed % 8 == 0, let fixture = fixtures.randomElement(using: &random) {
                text = fixture
                for _ in 0..<Int.random(in: 1...8, using: &random) { text = random.mutation(of: text) }
            }
            SyntaxJudgement.judge(text, "seed \(seed)")
            seed += 1
        }
    }

    @Test(arguments: [
        "{", "}", ";", "a:", "@", "0f", "(", ")", "[", ",", "\"", ".", ".a", "-", "!", "?", "<", "a ", "1 ", "1.5,",
        "/*",
        "/**/", "//\n", "\n", "ret;", "add.s32 %r1,%r1,%r1;", "{}", "{ret;", ".loc 1 1 1\n", ".reg .b32 a;", "\\", "#",
        "\u{E9}", "\0", ".entry a(){}\n", "a:.callprototype _;", ".section .x {", "(.s64)", "1?1:", "[1]", "+1",
    ])
    func `the same again and again is judged, in any place`(_ unit: String) {
        let bulk = String(repeating: unit, count: 20_000 / unit.utf8.count)
        let places = [
            "\(bulk)", SyntaxText.header + bulk, SyntaxText.kernel(bulk), SyntaxText.kernel("mov.b32 %r1, \(bulk);"),
            SyntaxText.kernel("call (\(bulk)"), SyntaxText.header + ".global .b8 a[1] = {\(bulk)",
            SyntaxText.header + ".global .b8 a\(bulk)", SyntaxText.header + ".entry k(\(bulk)",
        ]
        for text in places { SyntaxJudgement.judge([UInt8](text.utf8), "\(text.prefix(100))") }
    }

    @Test func `random bytes are refused`() {
        for seed in 0..<UInt64(20) {
            var random = SeededTexts(seed: seed)
            let bytes = (0..<4_096).map { _ in UInt8.random(in: 0...255, using: &random) }
            #expect(!SyntaxJudgement.judge(bytes, "seed \(seed)").isValid)
        }
    }
}
