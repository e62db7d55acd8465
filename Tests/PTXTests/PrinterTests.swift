import Testing

@testable import PTX

struct PrinterTests {
    @Test func `a tree becomes text that a person can read`() throws {
        let text =
            SyntaxText.header + """
                .file 1 "a.cu"
                .visible .global .align 4 .f32 x[2]={1.5,generic(y)+8};
                .visible .entry k(.param .u64 .ptr .global .align 16 p) .maxntid 128,1,1 {
                .reg .pred %p<3>; L: @!%p1 ld.global.v2.f32 {%f1,_},[%rd1+-8]; .loc 1 2 3
                { call.uni (r),f,(a,5); } ret; }
                """
        #expect(
            PTXPrinter.print(try SyntaxText.unit(text)) == """
                .version 8.0
                .target sm_80
                .address_size 64
                .file 1 "a.cu"
                .visible .global .align 4 .f32 x[2] = {0d3FF8000000000000, generic(y)+8};
                .visible .entry k(.param .u64 .ptr .global .align 16 p)
                .maxntid 128, 1, 1
                {
                \t.reg .pred %p<3>;
                \tL:
                \t@!%p1 ld.global.v2.f32 {%f1, _}, [%rd1+-8];
                \t.loc 1 2 3
                \t{
                \t\tcall.uni (r), f, (a, 5);
                \t}
                \tret;
                }

                """)
    }

    @Test(arguments: [
        ".pragma \"a\", \"b \\\" c\";", ".alias f, g;", ".file 3 \"a \u{E9}\", 1, 2",
        ".section .debug_info { L: .b8 1, 2 \n .b32 L+4, -5 \n .b64 .debug_abbrev }", ".section .empty { }",
        ".extern .shared .align 16 .b8 s[];", ".global .attribute(.managed, .unified(1, 2)) .v4 .b32 v, w[3][4];",
        ".global .b64 x[4] = {-1, 0xFFFFFFFFFFFFFFFF, -9223372036854775808, 0};",
        ".global .f32 x[4] = {1.5, -0.0, 0f80000000, 0d7FF0000000000000};", ".global .f64 x = 1.0/0.0;",
        ".global .b64 x[2] = {y+-8, generic(z)}, t[2][2] = {{1}, {}};", ".global .texref t; .const .v8 .b32 c;",
        ".func f;", ".weak .func .attribute(.unified(1, 2)) (.reg .b32 a) f(.reg .b32 b) .noreturn;",
        ".entry k .pragma \"nounroll\"; .reqntid 1, 2 .blocksareclusters { }",
        ".entry k(.param .u64 .ptr .align 4 p) { }",
        ".entry k(.param .u64 .ptr .shared p, .param .samplerref q, .param .align 4 .b8 r[8]) { ret; }",
    ])
    func `items survive printing`(_ text: String) {
        SyntaxJudgement.checkRoundTrip(of: SyntaxText.parse(SyntaxText.header + text))
        #expect(SyntaxText.parse(SyntaxText.header + text).faults == [])
    }

    @Test(arguments: [
        "A: B: { { C: } } {}", ".pragma \"nounroll\";", "ts: .branchtargets A, B; cs: .calltargets f;",
        "p: .callprototype (.param .b32 _) _ (.param .align 8 .b8 _[16], .reg .b32 _) .noreturn; q: .callprototype _;",
        ".loc 1 2 3 .loc 1 5 3, function_name L+8, inlined_at 1 4 2",
        ".loc 1 2 3, function_name .debug_str, inlined_at 1 1 1",
        ".reg .b32 a, b<0>, c<7>; .reg .v2 .f32 %v; .local .align 8 .b8 q[16];", "@%p ret; @!q exit;",
        "op a, !b, _, %v.x, -1, 0xFFFFFFFFFFFFFFFFU, 0f7FC00001, 0d7FF8000000000001, 1.5, WARP_SZ, s+8, s+-8, s+0;",
        "op [a], [a+0], [a+8], [a+-8], [16], [-16], [0], [t, {x, 5}], [t, s, x], [m+-9223372036854775808];",
        "op {a, _, 5, !p, %v.x, s+4}, p|q, _|q, p|_, {a, b}|p, !p|q;",
        "call f; call.uni (r), f, (a, -5, _); call (r, s), %rd1, (), proto; call f, ((1));",
        "ld.global.L1::evict_last.L2::128B.v4.f32 {a, b, c, d}, [x]; mma.sync.aligned.m16n8k8.row.col.f32 {a}, {b}, {c};",
    ])
    func `statements survive printing`(_ body: String) {
        SyntaxJudgement.checkRoundTrip(of: SyntaxText.parse(SyntaxText.kernel(body)))
        #expect(SyntaxText.parse(SyntaxText.kernel(body)).faults == [])
    }

    @Test(arguments: [".version 1.4\n.target sm_13", ".version 9.10\n.target sm_100a, debug\n.address_size 32"])
    func `the first directives survive printing`(_ text: String) {
        SyntaxJudgement.checkRoundTrip(of: SyntaxText.parse(text))
        #expect(SyntaxText.parse(text).faults == [])
    }

    @Test(arguments: SyntaxFixtures.kernels + SyntaxFixtures.corpus)
    func `every fixture survives printing`(_ path: String) throws {
        let result = PTXParser.parse(try SyntaxFixtures.bytes(path))
        #expect(result.faults == [])
        SyntaxJudgement.checkRoundTrip(of: result, path)
    }
}
