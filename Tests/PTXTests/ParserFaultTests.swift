import Testing

@testable import PTX

struct ParserFaultTests {
    @Test(arguments: [
        ("", "1:1 expected `.version` at the beginning of the text, found the end of the text"),
        (".entry k() {}", "1:1 expected `.version` at the beginning of the text, found `.entry`"),
        (".version 8\n.target sm_80", "1:10 expected a version such as `8.0`, found `8`"),
        (".version 8.0\n.entry k() {}", "2:1 expected `.target` behind `.version`, found `.entry`"),
        (".version 8.0 .target 80", "1:22 expected a target such as `sm_80`, found `80`"),
        (".version 8.0 .target sm_80 .address_size 48", "1:42 expected 32 or 64, found `48`"),
    ])
    func `a text without its first directives is refused`(_ text: String, _ fault: String) {
        #expect(SyntaxText.parse(text).faults.first == fault)
    }

    @Test(arguments: [
        (";", "4:1 expected a directive, found `;`"), ("}", "4:1 expected a directive, found `}`"),
        ("ret;", "4:1 expected a directive, found `ret`"), (".foo;", "4:1 unknown directive `.foo`"),
        (".version 8.0", "4:1 `.version` stands only once, at the beginning of the text"),
        (".loc 1 2 3", "4:1 `.loc` stands only in a function's body"),
        (".global .b32 x", "4:15 expected `,` or `;`, found the end of the text"),
        (".global .b33 x;", "4:9 unknown type `.b33`"), (".global x;", "4:9 expected a type such as `.b32`, found `x`"),
        (".align 4 .b32 x;", "4:10 expected a state space such as `.global`, found `.b32`"),
        (".global .shared .b32 x;", "4:9 second state space `.shared`"),
        (".global .align 4 .align 4 .b32 x;", "4:18 second `.align`"),
        (".global .align 3 .b32 x;", "4:16 alignment that is not a power of two"),
        (".global .align 0 .b32 x;", "4:16 alignment that is not a power of two"),
        (".global .b32 5;", "4:14 expected a name, found `5`"),
        (".global .b32 x[2+2];", "4:17 expected `]`, found `+`"),
        (".global .b32 x[-1];", "4:16 expected a number of elements, found `-`"),
        (".global .b32 x[4294967296];", "4:16 a number of elements beyond 2147483647"),
        (".global .b32 x[2] = {1,};", "4:24 expected a first value, found `}`"),
        (".global .b8 x[] = \"ab\";", "4:19 expected a first value, found a string"),
        (".global .b64 x = foo-4;", "4:21 expected `,` or `;`, found `-`"),
        (".global .b64 x = 4+foo;", "4:20 expected a number, found `foo`"),
        (".visible .extern .global .b32 x;", "4:10 expected a state space such as `.global`, found `.extern`"),
        (".file \"a\"", "4:7 expected a file number, found a string"),
        (".file 1 a", "4:9 expected a file name in quotes, found `a`"),
        (".section .s { .b8 1", "4:20 expected `}` at the end of the section, found the end of the text"),
        (".section s {}", "4:10 expected the name of a section, found `s`"),
        (".pragma nounroll;", "4:9 expected a string, found `nounroll`"),
        (".alias f;", "4:9 expected `,`, found `;`"),
        (".entry (.param .u32 a) {}", "4:8 expected the name of a function, found `(`"),
        (".entry k(.u32 a) {}", "4:10 expected `.param` or `.reg`, found `.u32`"),
        (".entry k(.param .u32) {}", "4:21 expected a name, found `)`"),
        (".entry k(.param .u32 _) {}", "4:22 expected a name, found `_`"),
        (".entry k(.param .u32 a,) {}", "4:24 expected `.param` or `.reg`, found `)`"),
        (".entry k(.param .u32 a .param .u32 b) {}", "4:24 expected `,` or `)`, found `.param`"),
        (".entry k() .maxntid {}", "4:21 expected a number, found `{`"),
        (".entry k() .maxntid 1, 2, 3, 4 {}", "4:28 expected `{` or `;`, found `,`"),
        (".entry k() .maxfoo 1 {}", "4:12 unknown directive `.maxfoo` of a function"),
        (".entry k() ret;", "4:12 expected `{` or `;`, found `ret`"),
        (".entry k() {", "4:13 expected `}`, which closes the `{` of line 4, found the end of the text"),
        (".global .attribute(managed) .b32 x;", "4:20 expected an attribute such as `.managed`, found `managed`"),
        ("#define A", "4:1 `#` begins nothing in PTX"),
    ])
    func `a fault outside functions has its place and its words`(_ text: String, _ fault: String) {
        #expect(SyntaxText.parse(SyntaxText.header + text).faults.first == fault)
    }

    @Test(arguments: [
        (";", "6:1 expected a statement, found `;`"), ("5;", "6:1 expected a statement, found `5`"),
        ("add.s32 %r1, %r2 %r3;", "6:18 expected `,` or `;`, found `%r3`"),
        ("add.s32 %r1,, %r2;", "6:13 expected an operand, found `,`"),
        ("add.s32 %r1, ;", "6:14 expected an operand, found `;`"),
        ("add.s32 %r1, {%r2, {%r3}};", "6:20 expected an operand, found `{`"),
        ("add.s32 %r1, {};", "6:15 expected an operand, found `}`"),
        ("add.s32 %r1, {%r2;", "6:18 expected `,` or `}`, found `;`"),
        ("call f, (a;", "6:11 expected `,` or `)`, found `;`"),
        ("ld.u32 %r1, [%rd1;", "6:18 expected `+`, `,` or `]`, found `;`"),
        ("ld.u32 %r1, [%rd1+%rd2];", "6:19 expected a number of bytes, found `%rd2`"),
        ("ld.u32 %r1, [%rd1-8];", "6:18 expected `+` in front of an offset: `[%rd1+-…]`"),
        ("ld.u32 %r1, [[%rd1]];", "6:14 expected an address, found `[`"),
        ("ld.u32 %r1, [%v.x];", "6:16 expected `+`, `,` or `]`, found `.x`"),
        ("ld.u32 %r1, t[4];", "6:14 index behind a name is not supported: write `[name+bytes]`"),
        ("ld.u32 %r1 [%rd1];", "6:12 expected `,` or `;`, found `[`"),
        ("mov.u64 %r1, t-8;", "6:15 expected `+` in front of an offset: `t+-…`"),
        ("@p.x ret;", "6:3 expected an instruction, found `.x`"), ("@1 ret;", "6:2 expected a predicate register"),
        ("@%p @%q ret;", "6:5 expected an instruction, found `@`"), ("@%p L: ret;", "6:6 expected an operand"),
        ("@%p { ret; }", "6:5 expected an instruction, found `{`"), ("x.y: ret;", "6:4 expected an operand"),
        (".foo;", "6:1 unknown directive `.foo`"), (".file 1 \"a\"", "6:1 `.file` stands only outside functions"),
        (".section .a {}", "6:1 `.section` stands only outside functions"),
        (".branchtargets A;", "6:1 `.branchtargets` needs a label in front"), (".reg .b32 %r<3;", "6:15 expected `>`"),
        ("p: .callprototype (.param .b32 _) f ();", "6:35 expected `_` for the function's name, found `f`"),
        ("ts: .branchtargets 5;", "6:20 expected the name of a target"), (".loc 1 2\nret;", "7:1 expected a column"),
        (".loc 1 2 3, inlined_in 1 2 3\nret;", "6:13 expected `function_name` or `inlined_at`"),
        ("mov.b32 %r1, 08;", "6:14 malformed number"), ("mov.b32 %r1, \u{E9};", "6:14 byte 0xC3 outside a comment"),
        (".entry z() {}", "6:1 expected `}`, which closes the `{` of line 5, found `.entry`"),
    ])
    func `a fault in a body has its place and its words`(_ body: String, _ fault: String) {
        let first = SyntaxText.parse(SyntaxText.kernel(body)).faults.first ?? "none"
        #expect(first.hasPrefix(fault), "\(first)")
    }

    @Test func `a long token is shortened in a message`() {
        let name = String(repeating: "a", count: 500)
        let message = SyntaxText.parse(SyntaxText.header + name).diagnostics.first?.message ?? ""
        #expect(message == "expected a directive, found `\(name.prefix(37))…`")
    }
}
