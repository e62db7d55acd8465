import TestSupport
import Testing

@testable import Telemetry

struct AuditTextTests {
    private func written(_ text: String?, limit: Int = 1_000) -> String {
        var line: [UInt8] = []
        AuditText.append(text, limit: limit, to: &line)
        return String(decoding: line, as: UTF8.self)
    }

    @Test(
        arguments: [
            (nil, "null"),
            ("", #""""#),
            ("plain /:,{}[] ~", #""plain /:,{}[] ~""#),
            ("a\"b\\c", #""a\"b\\c""#),
            ("\n\r\t", #""\n\r\t""#),
            ("\u{0}\u{1B}\u{7F}\u{9F}", #""\u0000\u001b\u007f\u009f""#),
            ("\u{2028}\u{2029}\u{202E}\u{FEFF}", #""\u2028\u2029\u202e\ufeff""#),
            ("\u{E0041}", #""\udb40\udc41""#),
            ("größe 📦", #""größe 📦""#),
        ] as [(String?, String)])
    func `a text is escaped where it could be misread`(_ text: String?, _ json: String) {
        #expect(written(text) == json)
    }

    @Test(arguments: [
        ("abcdef", 6, "abcdef"), ("abcdef", 5, "ab…"), ("abcdefg", 6, "abc…"), ("ééé", 6, "ééé"), ("ééé", 5, "é…"),
        ("éééé", 6, "é…"), ("\n\n\n", 5, #"\n…"#), ("a\u{0}b", 7, #"a…"#), ("a\u{0}b", 8, #"a\u0000b"#),
        ("📦📦", 7, "📦…"), ("📦📦", 6, "…"), ("abcd", 3, "…"),
    ])
    func `a long text is cut between scalars and marked`(_ text: String, _ limit: Int, _ inside: String) {
        #expect(written(text, limit: limit) == "\"" + inside + "\"")
    }

    @Test(arguments: 0..<200)
    func `no text is written longer than its limit`(_ seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let text = HostileText.random(&generator)
        for limit in 3..<80 { #expect(written(text, limit: limit).utf8.count <= limit + 2) }
    }
}
