import Testing

@testable import PTX

struct LexerTests {
    private func tokens(_ text: String) -> [String] {
        var lexer = Lexer([UInt8](text.utf8), longestName: 64)
        var tokens: [String] = []
        while true {
            let token = lexer.next()
            if token.kind == .end { return tokens }
            tokens.append("\(token.kind) \(lexer.string(of: token))")
        }
    }

    private func only(_ text: String) -> Token {
        var lexer = Lexer([UInt8](text.utf8), longestName: 64)
        return lexer.next()
    }

    private func fault(_ text: [UInt8]) -> String? {
        var lexer = Lexer(text, longestName: 64)
        while lexer.next().kind != .end {}
        return lexer.faults.first.map { "\($0.span.line):\($0.span.column)+\($0.span.length) \($0.message)" }
    }

    @Test func `an instruction falls into its tokens`() {
        #expect(
            tokens("@!%p ld.global.v4.f32 {%f1, _}, [%rd1+-8];") == [
                "at @", "exclamation !", "name %p", "name ld", "dotted .global", "dotted .v4", "dotted .f32",
                "leftBrace {", "name %f1", "comma ,", "underscore _", "rightBrace }", "comma ,", "leftBracket [",
                "name %rd1", "plus +", "minus -", "integer 8", "rightBracket ]", "semicolon ;",
            ])
    }

    @Test(arguments: [
        (".L2::128B", ["dotted .L2::128B"]),
        (".mbarrier::complete_tx::bytes.2d", ["dotted .mbarrier::complete_tx::bytes", "dotted .2d"]),
        (".m16n8k8", ["dotted .m16n8k8"]),
        (".L2:: .x", ["dotted .L2", "colon :", "colon :", "dotted .x"]),
        ("a:.b", ["name a", "colon :", "dotted .b"]),
        ("%p|%q", ["name %p", "pipe |", "name %q"]),
        ("%r<30>;", ["name %r", "less <", "integer 30", "greater >", "semicolon ;"]),
        ("$L__BB0_1:", ["name $L__BB0_1", "colon :"]),
        ("_a $b a$b %_c %1 __", ["name _a", "name $b", "name a$b", "name %_c", "name %1", "name __"]),
        ("a%b", ["name a", "name %b"]),
        ("7 % 4", ["integer 7", "percent %", "integer 4"]),
        (
            "<<>>< > <=>===!= ! && & || |",
            [
                "lessLess <<", "greaterGreater >>", "less <", "greater >", "lessEqual <=", "greaterEqual >=",
                "equalEqual ==", "exclamationEqual !=", "exclamation !", "ampersandAmpersand &&", "ampersand &",
                "pipePipe ||", "pipe |",
            ]
        ),
        ("a//b\nc/*d\ne*/f/g", ["name a", "name c", "name f", "slash /", "name g"]),
        ("a/**/b/***/c", ["name a", "name b", "name c"]),
        (#""a\"b" "c\\" d"#, [#"string "a\"b""#, #"string "c\\""#, "name d"]),
        ("1.5.5", ["double 1.5", "dotted .5"]),
    ])
    func `marks, names and comments end where they should`(_ text: String, _ expected: [String]) {
        #expect(tokens(text) == expected)
    }

    @Test(
        arguments: [
            ("0", 0), ("42", 42), ("42U", 42), ("0x2a", 42), ("0X2AU", 42), ("052", 42), ("0b101010", 42),
            ("0B101010U", 42),
            ("9223372036854775807", UInt64(Int64.max)), ("18446744073709551615", UInt64.max),
            ("0xFFFFFFFFFFFFFFFF", .max),
        ] as [(String, UInt64)])
    func `an integer has its value in every base`(_ text: String, _ value: UInt64) {
        let token = only(text)
        let isUnsigned = text.hasSuffix("U") || value > UInt64(Int64.max)
        #expect(token.kind == (isUnsigned ? .unsignedInteger : .integer))
        #expect(token.value == value)
        #expect(token.end == text.utf8.count)
    }

    @Test(arguments: [
        ("1.5", 1.5), ("1.", 1), ("1e3", 1_000), ("1.25E-2", 0.0125), ("00.5", 0.5), ("2e+1", 20), ("0.1", 0.1),
        ("4.9406564584124654e-324", Double.leastNonzeroMagnitude),
    ])
    func `a decimal float is rounded to the nearest binary64`(_ text: String, _ value: Double) {
        let token = only(text)
        #expect(token.kind == .double)
        #expect(token.value == value.bitPattern)
    }

    @Test func `floats given as bits keep them`() {
        #expect(only("0f7FC00001").kind == .single)
        #expect(only("0F7fc00001").value == 0x7FC0_0001)
        #expect(only("0d7FF8000000000001").kind == .double)
        #expect(only("0DfFf8000000000001").value == 0xFFF8_0000_0000_0001)
    }

    @Test(arguments: [
        ("08", "1:1+2 malformed number"), ("0x", "1:1+2 malformed number"), ("5u", "1:1+2 malformed number"),
        ("5_", "1:1+2 malformed number"), (" 12ab34 ", "1:2+6 malformed number"), ("0b2", "1:1+3 malformed number"),
        ("1.5x", "1:1+4 malformed number"), ("1e+", "1:1+3 exponent without digits"),
        ("18446744073709551616", "1:1+20 integer beyond 64 bits"), ("1e999", "1:1+5 number beyond the range of .f64"),
        ("0f3F80000", "1:1+9 `0f` without exactly 8 hexadecimal digits"),
        ("0f3F8000000", "1:1+11 `0f` without exactly 8 hexadecimal digits"),
        ("0d3FF", "1:1+5 `0d` without exactly 16 hexadecimal digits"),
        ("\n \"ab", "2:2+3 string without its end"), ("\"ab\n\"", "1:1+3 string without its end"),
        ("\"\\", "1:1+2 string without its end"), ("\"\u{1}\"", "1:1+3 control character in a string"),
        ("a /* b\n\n", "1:3+6 comment without `*/`"), ("\n#x", "2:1+1 `#` begins nothing in PTX"),
        ("a . b", "1:3+1 `.` begins nothing in PTX"), ("a\0\0b", "1:2+2 NUL byte"),
        ("a /* \0\0 */", "1:6+1 NUL byte in a comment"), ("// \0", "1:4+1 NUL byte in a comment"),
        ("ab\u{E9}\u{E9}c", "1:3+4 byte 0xC3 outside a comment"), ("\u{7F}", "1:1+1 byte 0x7F outside a comment"),
        (String(repeating: "a", count: 65), "1:1+65 name longer than 64 bytes"),
        ("." + String(repeating: "a", count: 64), "1:1+65 name longer than 64 bytes"),
        (String(repeating: "1", count: 65), "1:1+65 number longer than 64 bytes"),
        ("1." + String(repeating: "1", count: 63), "1:1+65 number longer than 64 bytes"),
    ])
    func `what is no token is reported once, with its place`(_ text: String, _ expected: String) {
        #expect(fault([UInt8](text.utf8)) == expected)
    }

    @Test func `comments and strings may be in any language, if a string is sound UTF-8`() {
        #expect(fault([UInt8]("// caf\u{E9}\n/* \u{4E16} */ \"\u{E9}\"".utf8)) == nil)
        #expect(fault([0x2F, 0x2F, 0xFF]) == nil)
        #expect(fault([0x22, 0xFF, 0x22]) == "1:1+3 string that is not UTF-8")
    }

    @Test func `lines and columns count from one, in bytes`() {
        var lexer = Lexer([UInt8]("a\n\tb /*\n\u{E9}*/c\r\n  d".utf8), longestName: 64)
        var places: [String] = []
        while true {
            let token = lexer.next()
            places.append("\(token.line):\(token.column)@\(token.offset)")
            if token.kind == .end { break }
        }
        #expect(places == ["1:1@0", "2:2@3", "3:5@12", "4:3@17", "4:4@18"])
    }

    @Test func `behind the end there is only the end`() {
        var lexer = Lexer([], longestName: 64)
        #expect(lexer.next().kind == .end)
        #expect(lexer.next().kind == .end)
        #expect(lexer.faults.isEmpty)
    }
}
