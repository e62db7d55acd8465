import Testing

@testable import PTX

/// Places where readers of PTX have gone wrong.
struct ParserTrapTests {
    @Test func `a line directive does not swallow the instruction behind it`() throws {
        let statements = try SyntaxText.statements(
            """
            .loc 1 2 3
            ld.param.u64 %rd1, [a];
            .loc 1 5 3, function_name $L__info_string0, inlined_at 1 4 2
            add.s32 %r1, %r1, 1;
            .loc 1 6 3, function_name .debug_str+16, inlined_at 1 4 2
            @%p bra L;
            .loc 1 7 1 ret;
            L:
            .loc 1
             8
             9
            ret;
            """)
        #expect(statements.instructions.map(\.opcode) == ["ld", "add", "bra", "ret", "ret"])
        #expect(statements.count == 11)
        #expect(statements[0] == .location(["1", "2", "3"], SourceSpan()))
        let inlined = [
            "1", "5", "3", ",", "function_name", "$L__info_string0", ",", "inlined_at", "1", "4", "2",
        ]
        #expect(statements[2] == .location(inlined, SourceSpan()))
    }

    @Test func `a file directive does not swallow the item behind it`() throws {
        let unit = try SyntaxText.unit(
            SyntaxText.header + ".file 1 \"a\"\n.file 2 \"b\" .global .b32 x;\n.entry k() {}")
        #expect(unit.items.count == 4)
    }

    @Test func `a brace is a scope, a vector or a call's frame by its position`() throws {
        let statements = try SyntaxText.statements(
            """
            {
              .reg .b32 t;
              mov.b64 {t, _}, %rd1;
              { mov.b64 %rd2, {t, 0}; }
            }
            { // call
              .param .b32 p0;
              st.param.b32 [p0+0], %r1;
              call.uni (r0), f, (p0);
            }
            {}
            """)
        #expect(statements.count == 3)
        #expect(statements.flattened.count == 10)
        #expect(statements.instructions.map(\.opcode) == ["mov", "mov", "st", "call"])
        #expect(statements[2] == .block([], SourceSpan()))
    }

    @Test func `a scope may declare a name again`() throws {
        let statements = try SyntaxText.statements(".reg .b32 t; { .reg .b64 t; { .reg .pred t; } }")
        #expect(statements.flattened.count == 5)
    }

    @Test func `labels may stand in front of anything`() throws {
        let statements = try SyntaxText.statements("A: B: @%p bra A; { C: } D: .reg .b32 x; E: .loc 1 2 3 F:")
        #expect(statements.labelCount == 6)
        #expect(statements.instructions.count == 1)
    }

    @Test func `names that are also keywords are names by their position`() throws {
        let statements = try SyntaxText.statements(
            ".reg .b32 add, ret, call; add: mov.b32 add, ret; call: add.s32 ret, add, call; ret: ret;")
        #expect(statements.labelCount == 3)
        #expect(statements.instructions.map(\.opcode) == ["mov", "add", "ret"])
    }

    @Test func `lists of targets and prototypes belong to their labels`() throws {
        let statements = try SyntaxText.statements(
            """
            ts: .branchtargets A, B;
            cs: .calltargets f, g;
            p: .callprototype (.param .b32 _) _ (.param .b64 _, .param .align 8 .b8 _[16]) .noreturn;
            q: .callprototype _;
            r: .callprototype () _ ();
            A: B:
            """)
        #expect(statements[0] == .targets(directive: "branchtargets", label: "ts", names: ["A", "B"], SourceSpan()))
        #expect(statements[1] == .targets(directive: "calltargets", label: "cs", names: ["f", "g"], SourceSpan()))
        guard case .callPrototype("p", let results, let parameters, true, _) = statements[2] else {
            Issue.record("not a prototype: \(statements[2])")
            return
        }
        #expect(results.map(\.name) == ["_"])
        #expect(parameters.map(\.dimensions) == [[], [16]])
        let empty = Statement.callPrototype(
            label: "q", results: [], parameters: [], isNoReturn: false, SourceSpan())
        #expect(statements[3] == empty)
        #expect(statements.labelCount == 7)
    }

    @Test func `what looks like a number behind a dot is one only in place of a number`() throws {
        let statements = try SyntaxText.statements("tex.2d.v4.f32.s32 {a, b, c, d}, [t, {x, y}]; mov.f64 %d, .2;")
        #expect(statements.instructions[0].modifiers.first == "2d")
        #expect(statements.instructions[1].operands.last == .double(0.2.bitPattern))
    }

    @Test func `variables of every state space may stand in a body`() throws {
        let statements = try SyntaxText.statements(
            ".shared .align 4 .b8 s[4]; .local .b32 l; .const .b32 c = 1; .global .b32 g; .param .b32 p; .reg .b32 r;")
        #expect(statements.count == 6)
    }
}
