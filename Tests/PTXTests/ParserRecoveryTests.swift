import Testing

@testable import PTX

struct ParserRecoveryTests {
    @Test func `several faults in a text are all reported, and only they`() throws {
        let result = SyntaxText.parse(
            SyntaxText.header + """
                .global .b33 x;
                .global .b32 y;
                .entry a(.param .u32 p, .param .foo q)
                {
                    add.s32 %r1, %r2 %r3;
                    mov.b32 {%r1, %r2, %r3;
                    sub.s32 %r1, %r2, 08;
                    { mov.b32 %r1, ; ret; }
                    ret;
                }
                .bad (.param .u32 p) { ret; ret; }
                .entry b() { ld.u32 %r1, [%rd1 %rd2]; exit; }
                """)
        #expect(
            result.faults == [
                "4:9 unknown type `.b33`", "6:32 unknown type `.foo`", "8:22 expected `,` or `;`, found `%r3`",
                "9:27 expected `,` or `}`, found `;`", "10:23 malformed number",
                "11:20 expected an operand, found `;`", "14:1 unknown directive `.bad`",
                "15:32 expected `+`, `,` or `]`, found `%rd2`",
            ])
        let unit = try #require(result.unit)
        #expect(unit.variables.map(\.name) == ["y"])
        #expect(unit.functions.map(\.name) == ["a", "b"])
        #expect(unit.functions.map { $0.body?.instructions.map(\.opcode) } == [["ret", "ret"], ["exit"]])
        #expect(!result.isValid)
    }

    @Test func `a semicolon that is missing at the end of a line costs no other statement`() throws {
        let result = SyntaxText.parse(
            SyntaxText.kernel(".reg .b32 %r<3>\nadd.s32 %r1, %r2, 5\nmov.b32 %r1, %r2 // why\n@%p ret\n.loc 1 2 3\nret")
        )
        #expect(
            result.faults == [
                "6:16 expected `;`, found the end of the line", "7:20 expected `;`, found the end of the line",
                "8:17 expected `;`, found the end of the line", "9:8 expected `;`, found the end of the line",
                "11:4 expected `;`, found the end of the line",
            ])
        #expect(result.unit?.functions.first?.body?.instructions.map(\.opcode) == ["add", "mov", "ret", "ret"])
    }

    @Test func `a brace that is missing costs no other function`() {
        let result = SyntaxText.parse(
            SyntaxText.header + ".entry a() {\n{ ret;\n.visible .entry b() { ret; }\n.func c() { ret; ]\n")
        #expect(
            result.faults == [
                "6:1 expected `}`, which closes the `{` of line 5, found `.visible`",
                "7:18 expected a statement, found `]`",
                "8:1 expected `}`, which closes the `{` of line 7, found the end of the text",
            ])
        #expect(result.unit?.functions.map(\.name) == ["a", "b", "c"])
    }

    @Test func `braces of a faulty vector do not end the body`() {
        let result = SyntaxText.parse(SyntaxText.kernel("mov.b64 {%r1 %r2}, %rd1; x ( {a, b}, {c} ) y; ret;"))
        #expect(result.faults.count == 2)
        #expect(result.unit?.functions.first?.body?.instructions.map(\.opcode) == ["ret"])
    }

    @Test func `a text without its header still has its bodies checked`() {
        let result = SyntaxText.parse("\n.target sm_80\n.global .b32 a;\n.entry k() {\n add.s32 %r1 %r2;\n}")
        #expect(
            result.faults == [
                "2:1 expected `.version` at the beginning of the text, found `.target`",
                "5:14 expected `,` or `;`, found `%r2`",
            ])
        #expect(result.unit?.items.count == 2)
    }

    @Test(arguments: ["", "\n\n", "no PTX at all", "}}}", "\u{0}"])
    func `nothing comes of a text of which nothing could be read`(_ text: String) {
        let result = SyntaxText.parse(text)
        #expect(result.unit == nil)
        #expect(!result.diagnostics.isEmpty)
    }

    @Test func `reading ends after the last fault that is wanted`() {
        var limits = PTXLimits()
        limits.diagnostics = 7
        let text = SyntaxText.kernel(String(repeating: "5;\n", count: 50))
        let result = SyntaxText.parse(text, limits: limits)
        #expect(result.diagnostics.count == 7)
        #expect(result.diagnostics.last?.span.line == 12)
    }
}
