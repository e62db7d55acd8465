import Testing

@testable import PTX

struct ParserModuleTests {
    @Test func `the three directives at the beginning are read`() throws {
        let unit = try SyntaxText.unit(".version 8.10\n.target sm_90a, debug\n.address_size 64")
        #expect(unit.version == .init(8, 10))
        #expect(unit.targets == ["sm_90a", "debug"])
        #expect(unit.addressSize == 64)
        #expect(unit.targetSpan.line == 2)
        #expect(unit.items.isEmpty)
    }

    @Test func `addresses have 32 bits unless the text says otherwise`() throws {
        #expect(try SyntaxText.unit(".version 1.4 .target sm_13").addressSize == 32)
    }

    @Test func `items outside functions are read in their order`() throws {
        let items = try SyntaxText.items(
            """
            .file 1 "a b.cu", 12, 34
            .pragma "nounroll", "other";
            .func g() { ret; }
            .extern .func f();
            .alias f, g;
            .section .debug_str { $L: .b8 1, 2 // two
             .b32 $L+4 }
            .visible .global .b32 x;
            """)
        #expect(items.count == 7)
        #expect(items[0] == .file(["1", "\"a b.cu\"", ",", "12", ",", "34"], SourceSpan()))
        #expect(items[1] == .pragma(["nounroll", "other"], SourceSpan()))
        #expect(items[4] == .alias("f", "g", SourceSpan()))
        let words = ["$L", ":", ".b8", "1", ",", "2", ".b32", "$L", "+", "4"]
        #expect(items[5] == .section(".debug_str", words, SourceSpan()))
    }

    @Test func `a kernel has its linkage, parameters, directives and body`() throws {
        let function = try #require(
            try SyntaxText.unit(
                SyntaxText.header + """
                    .visible .entry k(
                      .param .u64 .ptr .global .align 16 p,
                      .param .align 8 .b8 s[24],
                      .param .u64 .ptr q
                    )
                    .maxntid 128, 2, 1 .minnctapersm 2
                    .noreturn .pragma "nounroll"; .explicitcluster .reqnctapercluster 2
                    { ret; }
                    """
            ).functions.first)
        #expect(function.isEntry && function.name == "k" && function.linkage == .visible)
        #expect(function.span.line == 4 && function.span.column == 17)
        #expect(function.parameters.map(\.name) == ["p", "s", "q"])
        #expect(function.parameters[0].pointer == .init(space: .global, alignment: 16))
        #expect(function.parameters[1].dimensions == [24] && function.parameters[1].alignment == 8)
        #expect(function.parameters[2].pointer == .init(space: nil, alignment: nil))
        #expect(
            function.directives.map(\.name) == [
                "maxntid", "minnctapersm", "noreturn", "pragma", "explicitcluster", "reqnctapercluster",
            ])
        #expect(function.directives.map(\.values) == [[128, 2, 1], [2], [], [], [], [2]])
        #expect(function.directives[3].texts == ["nounroll"])
        #expect(function.body?.count == 1)
    }

    @Test(arguments: [
        "maxntid 1", "maxntid 1, 2", "maxntid 1, 2, 3", "reqntid 1, 2, 3", "minnctapersm 1", "maxnctapersm 1",
        "maxnreg 32", "noreturn", "maxclusterrank 8", "reqnctapercluster 1, 2, 3", "explicitcluster",
        "blocksareclusters",
        "abi_preserve 8", "abi_preserve_control 1",
    ])
    func `every directive of a function is known`(_ directive: String) throws {
        let unit = try SyntaxText.unit("\(SyntaxText.header).entry k() .\(directive) { }")
        #expect(unit.functions.first?.directives.map(\.name) == [String(directive.prefix { $0 != " " })])
    }

    @Test func `device functions have results, also as registers, and may be declared only`() throws {
        let functions = try SyntaxText.unit(
            SyntaxText.header + """
                .extern .func (.param .b32 r) vprintf(.param .b64 a, .param .b64 b)
                ;
                .func (.reg .b32 %a, .reg .b32 %b) g(.reg .b32 %c) { ret; }
                .weak .func .attribute(.unified(1, 0x10)) h { ret; }
                .func v(.param .b32 n, .param .align 8 .b8 rest[]);
                .entry e;
                """
        ).functions
        #expect(functions.map(\.name) == ["vprintf", "g", "h", "v", "e"])
        #expect(functions.map(\.results.count) == [1, 2, 0, 0, 0])
        #expect(functions.map { $0.body == nil } == [true, false, false, true, true])
        #expect(functions[1].parameters[0].space == .reg)
        #expect(functions[2].attributes == ["unified(1, 16)"])
        #expect(functions[3].parameters[1].dimensions == [nil])
    }
}
