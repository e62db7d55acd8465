import Testing

@testable import PTX

struct ParserLimitTests {
    /// A limit, a text that just keeps it, and one that does not.
    struct Row: CustomTestStringConvertible, Sendable {
        let limit: WritableKeyPath<PTXLimits, Int> & Sendable
        let value: Int
        let kept: String
        let broken: String
        let message: String

        var testDescription: String { message }
    }

    private static func repeated(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }

    private static let header = SyntaxText.header

    /// Of the statements that a kernel with an empty body has, one for its target and one for itself.
    private static let rows = [
        Row(
            limit: \.textBytes, value: 44, kept: header, broken: header + " ",
            message: "text of 45 bytes, the limit is 44"),
        Row(
            limit: \.statements, value: 5, kept: SyntaxText.kernel(repeated("ret;", 3)),
            broken: SyntaxText.kernel(repeated("ret;", 4)), message: "more than 5 statements"),
        Row(
            limit: \.statements, value: 5, kept: SyntaxText.kernel(".reg .b32 a, b, c;"),
            broken: SyntaxText.kernel(".reg .b32 a, b, c, d;"), message: "more than 5 statements"),
        Row(
            limit: \.statements, value: 5, kept: SyntaxText.kernel("{{{}}}"), broken: SyntaxText.kernel("{{{{}}}}"),
            message: "more than 5 statements"),
        Row(
            limit: \.nesting, value: 3, kept: SyntaxText.kernel("{{}}"), broken: SyntaxText.kernel("{{{}}}"),
            message: "more than 3 nested blocks"),
        Row(
            limit: \.nesting, value: 3, kept: header + ".global .b8 x = {{{1}}};",
            broken: header + ".global .b8 x = {{{{1}}}};", message: "more than 3 nested lists"),
        Row(
            limit: \.nesting, value: 3, kept: SyntaxText.kernel("op (((1)));"),
            broken: SyntaxText.kernel("op ((((1))));"),
            message: "more than 3 nested expressions"),
        Row(
            limit: \.nesting, value: 3, kept: SyntaxText.kernel("op ---1, ---1;"),
            broken: SyntaxText.kernel("op -~!+1;"),
            message: "more than 3 nested expressions"),
        Row(
            limit: \.nesting, value: 3, kept: SyntaxText.kernel("op 1?2:1?2:1?2:3;"),
            broken: SyntaxText.kernel("op 1?2:1?2:1?2:1?2:3;"), message: "more than 3 nested expressions"),
        Row(
            limit: \.nesting, value: 3, kept: header + ".global .b8 x[1][1][1];",
            broken: header + ".global .b8 x[1][1][1][1];", message: "more than 3 dimensions"),
        Row(
            limit: \.functions, value: 2, kept: header + ".func a(); .func b();",
            broken: header + ".func a(); .func b(); .func c();", message: "more than 2 functions"),
        Row(
            limit: \.variables, value: 2, kept: header + ".global .b8 a; .entry k(.param .b8 b) { .reg .b8 r<9>; }",
            broken: header + ".global .b8 a; .entry k(.param .b8 b) { .local .b8 c; }", message: "more than 2 variables"
        ),
        Row(
            limit: \.parameters, value: 2, kept: header + ".entry k(.param .b8 a, .param .b8 b) {}",
            broken: header + ".entry k(.param .b8 a, .param .b8 b, .param .b8 c) {}", message: "more than 2 parameters"),
        Row(
            limit: \.labels, value: 2, kept: header + ".entry k() { a: b: } .entry l() { a: b: }",
            broken: header + ".entry k() { a: b: c: }", message: "more than 2 labels in a function"),
        Row(
            limit: \.operands, value: 3, kept: SyntaxText.kernel("op a, {b}; op a, b, c;"),
            broken: SyntaxText.kernel("op a, {b, c};"), message: "more than 3 operands of an instruction"),
        Row(
            limit: \.totalOperands, value: 3, kept: SyntaxText.kernel("op a, b; op [c];"),
            broken: SyntaxText.kernel("op a, b; op [c]; op d;"), message: "more than 3 operands of instructions"),
        Row(
            limit: \.modifiers, value: 3, kept: SyntaxText.kernel("op.a.b.c;"),
            broken: SyntaxText.kernel("op.a.b.c.d;"),
            message: "more than 3 parts of a spelling"),
        Row(
            limit: \.initialValues, value: 3, kept: header + ".global .b8 x = {1, 2};",
            broken: header + ".global .b8 x = {1, 2}, y = 1;", message: "more than 3 values in initialisers"),
        Row(
            limit: \.nameBytes, value: 13, kept: SyntaxText.kernel("abcdefghijklm: .loc 1 2 3"),
            broken: SyntaxText.kernel("abcdefghijklmn:"), message: "name longer than 13 bytes"),
    ]

    @Test(arguments: rows)
    func `a limit is kept by what it allows and named where it is passed`(_ row: Row) {
        var limits = PTXLimits()
        limits[keyPath: row.limit] = row.value
        #expect(SyntaxText.parse(row.kept, limits: limits).faults == [])
        let diagnostics = SyntaxText.parse(row.broken, limits: limits).diagnostics
        #expect(diagnostics.first?.message == row.message)
        #expect(diagnostics.first?.code == .limit)
        // A name that is too long ends its statement, the other limits end the text.
        #expect(diagnostics.count == 1)
    }

    @Test func `the default limits refuse what no compiler writes`() {
        let limits = PTXLimits()
        let deep = SyntaxText.parse(SyntaxText.kernel(Self.repeated("{", limits.nesting)))
        #expect(deep.diagnostics.map(\.message) == ["more than 64 nested blocks"])
        let long = PTXParser.parse([UInt8](repeating: UInt8(ascii: " "), count: limits.textBytes + 1))
        #expect(long.unit == nil)
        #expect(long.faults == ["1:1 text of 8388609 bytes, the limit is 8388608"])
    }
}
