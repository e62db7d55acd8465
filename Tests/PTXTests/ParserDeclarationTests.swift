import Testing

@testable import PTX

struct ParserDeclarationTests {
    @Test func `a list of names declares a variable for each`() throws {
        let variables = try SyntaxText.variables(".global .align 8 .v2 .f32 a, b[2][3], c = 0f3F800000;")
        #expect(variables.map(\.name) == ["a", "b", "c"])
        #expect(variables.allSatisfy { $0.alignment == 8 && $0.vector == 2 && $0.type == .f32 && $0.space == .global })
        #expect(variables.map(\.dimensions) == [[], [2, 3], []])
        #expect(variables[2].initializer == .single(0x3F80_0000))
        #expect(variables.map(\.span.column) == [27, 30, 39])
    }

    @Test func `ranges and single registers stand in one list`() throws {
        let statements = try SyntaxText.statements(".reg .b32 %r<30>, %x; .reg .v4 .f32 %v; .reg .pred p, q;")
        let variables = statements.compactMap { statement in
            if case .variable(let variable) = statement { variable } else { nil }
        }
        #expect(variables.map(\.name) == ["%r", "%x", "%v", "p", "q"])
        #expect(variables.map(\.range) == [30, nil, nil, nil, nil])
        #expect(variables.map(\.vector) == [1, 1, 4, 1, 1])
    }

    @Test(arguments: [
        (".extern .shared .align 16 .b8 s[];", Variable.Linkage.extern), (".visible .global .b8 s[];", .visible),
        (".weak .const .b8 s[];", .weak), (".common .global .b8 s[];", .common),
    ])
    func `linkage and an open bound are kept`(_ text: String, _ linkage: Variable.Linkage) throws {
        let variable = try #require(try SyntaxText.variables(text).first)
        #expect(variable.linkage == linkage)
        #expect(variable.dimensions == [nil])
    }

    @Test(arguments: [
        ".global .align 8 .attribute(.managed) .b32 x;", ".global .attribute(.managed) .align 8 .b32 x;",
        ".align 8 .global .attribute(.managed) .b32 x;",
    ])
    func `what stands in front of the type has no order`(_ text: String) throws {
        let expected = Variable(attributes: ["managed"], space: .global, alignment: 8, typeName: "b32", name: "x")
        #expect(try SyntaxText.variables(text) == [expected])
    }

    @Test func `types without a size are kept by name`() throws {
        let variables = try SyntaxText.variables(".global .texref t; .global .surfref s; .global .samplerref q;")
        #expect(variables.map(\.typeName) == ["texref", "surfref", "samplerref"])
        #expect(variables.allSatisfy { $0.type == nil })
    }

    @Test(
        arguments: [
            ("5", .integer(5)), ("-1", .integer(.max)), ("0xFFU", .integer(255)), ("1.5", .double(1.5.bitPattern)),
            ("-1.5", .double((-1.5).bitPattern)), ("0f7FC00000", .single(0x7FC0_0000)),
            ("0d7FF8000000000000", .double(0x7FF8_0000_0000_0000)), ("(1 << 4) | 1", .integer(17)),
            ("foo", .address("foo", offset: 0, isGeneric: false)),
            ("foo+8", .address("foo", offset: 8, isGeneric: false)),
            ("foo+-8", .address("foo", offset: -8, isGeneric: false)),
            ("generic(foo)", .address("foo", offset: 0, isGeneric: true)),
            ("generic(foo)+4*2", .address("foo", offset: 8, isGeneric: true)),
            ("generic", .address("generic", offset: 0, isGeneric: false)), ("{}", .list([])),
            (
                "{{1, 2}, {3}, foo}",
                .list([
                    .list([.integer(1), .integer(2)]), .list([.integer(3)]),
                    .address("foo", offset: 0, isGeneric: false),
                ])
            ),
        ] as [(String, Initializer)])
    func `first values of every kind are read`(_ text: String, _ expected: Initializer) throws {
        #expect(try SyntaxText.variables(".global .b64 x[2] = \(text);").first?.initializer == expected)
    }

    @Test func `first values that no tree can hold are refused by name`() {
        let mask = SyntaxText.parse(SyntaxText.header + ".global .u8 f; .global .u8 a[2] = {0xff(f), 0xff00(f)};")
        #expect(mask.diagnostics.map(\.code) == [.unsupported])
        #expect(mask.faults == ["4:40 mask of an address in an initialiser is not supported"])
        let sampler = SyntaxText.parse(SyntaxText.header + ".global .samplerref s = {filter_mode = nearest};")
        #expect(sampler.diagnostics.map(\.code) == [.unsupported])
    }
}
