import Testing

@testable import PTX

struct ParserOperandTests {
    @Test(
        arguments: [
            ("%r1", .name("%r1")), ("$L_1", .name("$L_1")), ("%tid.x", .element("%tid", "x")),
            ("%v.r", .element("%v", "r")),
            ("%r1.b0", .element("%r1", "b0")), ("!%p", .negated("%p")), ("! %p", .negated("%p")), ("_", .sink),
            ("5", .integer(5)), ("-5", .integer(UInt64(bitPattern: -5))), ("0f3F800000", .single(0x3F80_0000)),
            ("1.5", .double(1.5.bitPattern)), ("-.5e1", .double((-5.0).bitPattern)),
            ("-1.5", .double((-1.5).bitPattern)), ("WARP_SZ", .name("WARP_SZ")), ("WARP_SZ*2", .integer(64)),
            ("WARP_SZ|1", .integer(33)), ("!WARP_SZ", .integer(0)), ("!0", .integer(1)), ("!5+2", .integer(2)),
            ("table+8", .symbolOffset("table", 8)), ("table+-8", .symbolOffset("table", -8)),
            ("table+0", .symbolOffset("table", 0)), ("table+4<<1", .symbolOffset("table", 8)),
            (
                "{%r1, _, 5, %v.x, !%p}",
                .vector([
                    .name("%r1"), .sink, .integer(5), .element("%v", "x"), .negated("%p"),
                ])
            ),
            ("%p|%q", .pair(.name("%p"), .name("%q"))), ("%p | _", .pair(.name("%p"), .sink)),
            ("_|%q", .pair(.sink, .name("%q"))), ("1|2", .integer(3)),
            ("{%f1, %f2}|%p", .pair(.vector([.name("%f1"), .name("%f2")]), .name("%p"))),
        ] as [(String, Operand)])
    func `operands of every kind are read`(_ text: String, _ expected: Operand) throws {
        #expect(try SyntaxText.instruction("op \(text);").operands == [expected])
        #expect(try SyntaxText.instruction("op %a, \(text), %b;").operands == [.name("%a"), expected, .name("%b")])
    }

    @Test(arguments: [
        ("[%rd1]", AddressExpression(base: "%rd1")), ("[ %rd1 + 8 ]", AddressExpression(base: "%rd1", offset: 8)),
        ("[%rd1+-8]", AddressExpression(base: "%rd1", offset: -8)),
        ("[sym+4-8]", AddressExpression(base: "sym", offset: -4)),
        ("[sym+(4)]", AddressExpression(base: "sym", offset: 4)), ("[16]", AddressExpression(base: nil, offset: 16)),
        ("[-16]", AddressExpression(base: nil, offset: -16)),
        ("[tex, {%x, 5}]", AddressExpression(base: "tex", coordinates: [.vector([.name("%x"), .integer(5)])])),
        ("[tex, smp, %x]", AddressExpression(base: "tex", coordinates: [.name("smp"), .name("%x")])),
        (
            "[map+64, {%x, %y}, {%z}]",
            AddressExpression(
                base: "map", offset: 64,
                coordinates: [.vector([.name("%x"), .name("%y")]), .vector([.name("%z")])])
        ),
    ])
    func `addresses of every kind are read`(_ text: String, _ expected: AddressExpression) throws {
        #expect(try SyntaxText.instruction("op \(text);").operands == [.address(expected)])
    }

    @Test(
        arguments: [
            ("call f;", [.name("f")]), ("call.uni f, (a, 5);", [.name("f"), .list([.name("a"), .integer(5)])]),
            ("call (r), f, (a);", [.list([.name("r")]), .name("f"), .list([.name("a")])]),
            ("call (_), f, ();", [.list([.sink]), .name("f"), .list([])]),
            (
                "call.uni (r), \n%rd1, \n(\na,\nb\n)\n, proto;",
                [
                    .list([.name("r")]), .name("%rd1"), .list([.name("a"), .name("b")]), .name("proto"),
                ]
            ),
            ("call f, ((1+2)*3);", [.name("f"), .list([.integer(9)])]),
        ] as [(String, [Operand])])
    func `a parenthesis of a call is a list`(_ text: String, _ expected: [Operand]) throws {
        #expect(try SyntaxText.instruction(text).operands == expected)
    }

    @Test func `a parenthesis of any other instruction is arithmetic`() throws {
        #expect(try SyntaxText.instruction("mov.u32 %r1, (1+2)*3;").operands == [.name("%r1"), .integer(9)])
    }

    @Test(arguments: [
        "ld.global.L1::evict_last.L2::128B.v4.f32", "mma.sync.aligned.m16n8k8.row.col.f32.tf32.tf32.f32",
        "cp.async.bulk.tensor.2d.shared::cluster.global.mbarrier::complete_tx::bytes", "tex.2d.v4.f32.s32",
        "tcgen05.ld.sync.aligned.32x32b.x128.b32", "ret",
    ])
    func `a spelling keeps all its parts`(_ spelling: String) throws {
        let instruction = try SyntaxText.instruction("\(spelling) %r1;")
        #expect(instruction.spelling == spelling)
        #expect(instruction.modifiers.count == spelling.split(separator: ".").count - 1)
    }

    @Test func `parts of a spelling may stand apart on their line`() throws {
        #expect(try SyntaxText.instruction("add .s32 %r1, %r2, %r3;").spelling == "add.s32")
    }

    @Test func `every instruction may have a guard`() throws {
        #expect(try SyntaxText.instruction("@%p ld.u32 %r1, [a];").condition == .init(register: "%p", isNegated: false))
        #expect(try SyntaxText.instruction("@ ! q bra L;").condition == .init(register: "q", isNegated: true))
        #expect(try SyntaxText.instruction("ret;").condition == nil)
    }

    @Test func `an instruction's span goes from its opcode to its last operand`() throws {
        let span = try SyntaxText.instruction("  @%p add.s32 %r1,\n %r2, 5 ;").span
        #expect(span.line == 6 && span.column == 7 && span.length == 20)
    }
}
