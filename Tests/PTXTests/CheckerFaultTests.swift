import Testing

@testable import PTX

/// One bad text for each rule, with the line of the fault and a part of its message.
struct CheckerFaultTests {
    /// A rule and a text that breaks it.
    struct Case: Sendable, CustomTestStringConvertible {
        let text: String
        let line: UInt32
        let code: Diagnostic.Code
        let fragment: String

        init(_ text: String, _ line: UInt32, _ code: Diagnostic.Code, _ fragment: String) {
            self.text = text
            self.line = line
            self.code = code
            self.fragment = fragment
        }

        var testDescription: String { text.split(separator: "\n").joined(separator: " ") }
    }

    private func expect(_ fault: Case, _ text: String) {
        let result = CheckerText.check(text)
        #expect(result.module == nil)
        let found = result.diagnostics.first
        #expect(found?.code == fault.code)
        #expect(found?.span.line == fault.line)
        #expect(found?.message.contains(fault.fragment) == true, "\(found?.message ?? "no fault")")
    }

    @Test(arguments: [
        Case("launch.fast r0;", 6, .instruction, "`launch` is not an instruction"),
        Case("add.fast.s32 r0, r1, r2;", 6, .instruction, "`.fast` does not belong"),
        Case("add.lo.s32 r0, r1, r2;", 6, .instruction, "`.lo` does not belong"),
        Case("add r0, r1, r2;", 6, .instruction, "`add` needs one of"),
        Case("add.rn.rn.f32 f0, f1, f2;", 6, .instruction, "`.rn` does not belong"),
        Case("fma.f32 f0, f1, f2, f3;", 6, .instruction, "needs one of `.rn`"),
        Case("cvt.f32.s32 f0, r0;", 6, .instruction, "needs one of `.rn`"),
        Case("mul.s32 r0, r1, r2;", 6, .instruction, "needs one of `.lo`"),
        Case("setp.ltu.s32 p0, r1, r2;", 6, .instruction, "setp.ltu.s32"),
        Case("ld.global.f16 h0, [d0];", 6, .instruction, "ld.global.f16"),
        Case("add.s32 r0, r1;", 6, .instruction, "has 3 operands, not 2"),
        Case("ret r0;", 6, .instruction, "has 0 operands, not 1"),
        Case("ld.global.ca.L1::evict_last.b32 r0, [d0];", 6, .instruction, "exclude each other"),
        Case("ld.shared.L2::128B.b32 r0, [d0];", 6, .instruction, "global memory only"),
        Case("ld.global.v4.b64 {d0, d1, d2, d3}, [d4];", 6, .target, "needs .version 8.8 or later"),
        Case("ld.shared.v4.b64 {d0, d1, d2, d3}, [d4];", 6, .type, "too long"),
    ])
    func `a spelling that the table does not know is refused`(_ fault: Case) {
        expect(fault, body(fault.text, version: fault.code == .target ? "8.7" : "8.8"))
    }

    @Test(arguments: [
        Case("add.f32 f0, f1, 1;", 6, .type, "operand 3 of `add.f32`: the constant does not fit .f32"),
        Case("add.s32 r0, r1, 1.0;", 6, .type, "does not fit .s32"),
        Case("add.s32 r0, f1, r2;", 6, .type, "`f1` is a register of type .f32 and does not fit .s32"),
        Case("add.f32 f0, u1, f2;", 6, .type, "does not fit .f32"),
        Case("add.s32 r0, d1, r2;", 6, .type, "`d1` is a register of type .b64"),
        Case("add.s32 d0, r1, r2;", 6, .type, "operand 1 of `add.s32`"),
        Case("add.s32 5, r1, r2;", 6, .type, "a register is needed"),
        Case("add.s32 _, r1, r2;", 6, .type, "cannot be dropped"),
        Case("add.s32 r0, %tid.x, r2;", 6, .type, "only mov and cvt read special registers"),
        Case("mov.u64 d0, %tid.x;", 6, .type, "special register of type .u32"),
        Case("mov.f32 f0, variable;", 6, .type, "an address does not fit .f32"),
        Case("add.s32 r0, variable, r1;", 6, .type, "`variable` is not a register"),
        Case("selp.b32 r0, r1, r2, r3;", 6, .type, "does not fit .pred"),
        Case("setp.lt.s32 r0, r1, r2;", 6, .type, "does not fit .pred"),
        Case("@r0 ret;", 6, .type, "not .pred"),
        Case("add.s32 r0, !p0, r1;", 6, .type, "only a predicate can be negated"),
        Case("lop3.b32 r0, r1, r2, r3, 256;", 6, .type, "0 to 255"),
        Case("bar.sync 16;", 6, .type, "0 to 15"),
        Case("cp.async.cg.shared.global [d0], [d1], 8;", 6, .type, "has to be 16"),
        Case("ld.global.v2.f32 {f0, f1, f2}, [d0];", 6, .type, "2 elements are needed, not 3"),
        Case("ld.global.v2.f32 f0, [d0];", 6, .type, "a vector of 2 elements is needed"),
        Case("ld.global.v2.b32 {r0, d1}, [d0];", 6, .type, "different widths"),
        Case("mov.b64 d0, {r0, h0};", 6, .type, "does not fit .b32"),
        Case("ld.global.b32 r0, d0;", 6, .type, "an address in brackets is needed"),
        Case("ld.global.b32 r0, [f0];", 6, .type, "cannot hold an address"),
        Case("ld.global.b32 r0, [p0];", 6, .type, "cannot hold an address"),
        Case("ld.shared.b32 r0, [variable];", 6, .type, "is in .global, not in .shared"),
        Case("ld.b32 r0, [parameter];", 6, .type, "needs ld.param"),
        Case("st.param.b32 [parameter], r0;", 6, .type, "read only"),
        Case("cvta.shared.u64 d0, variable;", 6, .type, "a variable in .shared is needed"),
        Case("bra variable;", 6, .symbol, "the label `variable` is not declared"),
        Case("bra r0+4;", 6, .type, "a label is needed"),
        Case("brx.idx r0, L; L:", 6, .type, ".branchtargets"),
        Case("elect.sync r0, -1;", 6, .type, "a register and a predicate"),
    ])
    func `an operand that does not fit is refused`(_ fault: Case) { expect(fault, body(fault.text)) }

    @Test(arguments: [
        Case("add.s32 r0, r1, unknown;", 6, .symbol, "`unknown` is not declared"),
        Case("mov.b32 r0, %nowhere.x;", 6, .symbol, "`%nowhere.x` is not declared"),
        Case("@q ret;", 6, .symbol, "the predicate `q` is not declared"),
        Case("ld.global.b32 r0, [unknown];", 6, .symbol, "`unknown` is not declared"),
        Case("mbarrier.arrive.b64 _, [unknown];", 6, .symbol, "`unknown` is not declared"),
        Case("mov.b32 r9, 0;", 6, .symbol, "`r9` is not declared"),
        Case("mov.b32 r00, 0;", 6, .symbol, "`r00` is not declared"),
        Case("{ .reg .b32 inner; }\nmov.b32 inner, 0;", 7, .symbol, "`inner` is not declared"),
        Case(".reg .b32 x;\n.reg .f32 x;", 7, .symbol, "`x` is declared twice"),
        Case(".reg .b32 r3;", 6, .symbol, "`r3` is declared twice"),
        Case(".reg .b32 x7; .reg .b32 x<8>;", 6, .symbol, "`x` is declared twice"),
        Case(".reg .b32 x1<2>; .reg .b32 x<11>;", 6, .symbol, "`x` is declared twice"),
        Case(".reg .b32 x<11>; .reg .b32 x1<2>;", 6, .symbol, "`x1` is declared twice"),
        Case(".reg .b32 parameter;", 6, .symbol, "`parameter` is declared twice"),
        Case("L:\nL:", 7, .symbol, "`L` is declared twice"),
        Case("r0:", 6, .symbol, "`r0` is declared twice"),
        Case("{ L: }\nbra L;", 7, .symbol, "the label `L` is not declared"),
        Case("T: .branchtargets L;", 6, .symbol, "`L` is not a label"),
        Case("call nobody;", 6, .symbol, "the function `nobody` is not declared"),
        Case("call k;", 6, .type, "is a kernel"),
        Case("call f;", 6, .type, "`f` has 1 results, not 0"),
        Case("call (r0), f;", 6, .type, "`f` has 1 arguments, not 0"),
        Case("call (d0), f, (r1);", 6, .type, "does not fit .b32"),
        Case("call (r0), f, (d1);", 6, .type, "does not fit .b32"),
        Case(".param .b64 wide; call (r0), f, (wide);", 6, .type, "`wide` has 8 bytes"),
        Case("call (r0), d0, (r1), prototype;", 6, .unsupported, "indirect `call`"),
        Case(".reg .bf16 x;", 6, .type, "not a type that a register can have"),
        Case(".reg .b32 x = 5;", 6, .type, "no initial value"),
        Case(".local .b32 x = 5;", 6, .type, "no initial value"),
        Case(".local .b32 x[];", 6, .type, "has no size"),
        Case(".shared .b32 x = 5;", 6, .type, "no initial value"),
        Case(".pragma \"destroy\";", 6, .unsupported, "the pragma \"destroy\""),
    ])
    func `a name that is wrong is refused`(_ fault: Case) { expect(fault, body(fault.text)) }

    @Test(arguments: [
        Case(".local .b32 x;", 4, .symbol, "belongs into a function"),
        Case(".global .b32 x; .global .b64 x;", 4, .symbol, "`x` is declared twice"),
        Case(".global .align 131072 .b32 x;", 4, .limit, "at most 65536"),
        Case(".global .pred x;", 4, .type, "a predicate can only be a register"),
        Case(".global .v4 .f64 x;", 4, .type, "too long"),
        Case(".global .b32 x[0];", 4, .type, "a bound of 0"),
        Case(".global .b32 x[];", 4, .type, "has no size"),
        Case(".global .b32 x[2] = {1, 2, 3};", 4, .type, "3 values for an array of 2"),
        Case(".global .b32 x[2][2] = {1, 2};", 4, .type, "one value where a list belongs"),
        Case(".global .f32 x = 1;", 4, .type, "does not fit the type .f32"),
        Case(".global .u32 x = 1.0;", 4, .type, "does not fit the type .u32"),
        Case(".global .u64 x = y; .global .b32 y;", 4, .symbol, "`y` is not declared"),
        Case(".shared .b32 y; .global .u64 x = y;", 4, .symbol, "not known before a launch"),
        Case(".func f() { ret; } .global .u64 x = f;", 4, .unsupported, "the function `f` as an initial value"),
        Case(".global .b32 y; .global .u32 x = y;", 4, .unsupported, "needs an element of 64 bits"),
        Case(".extern .global .b32 x;", 4, .unsupported, "only dynamic shared memory"),
        Case(".extern .func f();", 4, .unsupported, "the external function `f`"),
        Case(".extern .func (.param .b32 r) vprintf (.param .b32 a);", 4, .type, "`vprintf` is declared with other"),
        Case(".func f();", 4, .symbol, "declared and never defined"),
        Case(".func f() { ret; } .func f() { ret; }", 4, .symbol, "`f` is declared twice"),
        Case(
            ".func f(.param .b32 a); .func f(.param .b64 a) { ret; }", 4, .symbol, "was declared with other parameters"),
        Case(".func f() { call f; ret; }", 4, .unsupported, "call themselves are not supported: f → f"),
        Case(
            ".func g(); .func f() { call g; ret; } .func g() { call f; ret; }", 4, .unsupported,
            "not supported: g → f → g"),
        Case(".func f(.reg .b32 a) { ret; }", 4, .unsupported, "`a` in .reg"),
        Case(".entry j(.param .texref t) { ret; }", 4, .unsupported, "`t` of type .texref"),
        Case(
            ".global .texref t; .entry j() { tex.1d.v4.f32.s32 {_, _, _, _}, [t, {0}]; }", 4, .unsupported,
            "`t` of type"),
        Case(".entry j() .maxntid 0 { ret; }", 4, .type, ".maxntid takes one to three numbers"),
        Case(".entry j() .maxntid 32 .reqntid 32 { ret; }", 4, .type, "exclude each other"),
        Case(".entry j() .reqnctapercluster 2 { ret; }", 4, .unsupported, "clusters of more than one block"),
        Case(".alias g, f;", 4, .symbol, ".alias needs"),
        Case(
            ".func f() { ret; } .func g(); .alias g, f; .entry j() { call g; ret; }", 4, .unsupported,
            "by way of .alias"),
    ])
    func `a declaration that cannot be is refused`(_ fault: Case) { expect(fault, CheckerText.header + fault.text) }

    @Test(arguments: [
        ("2.3", "sm_80", 1, "the version 2.3 is not known"), ("5.1", "sm_52", 1, "the version 5.1 is not known"),
        ("10.0", "sm_80", 1, "the version 10.0 is not known"), ("8.0", "sm_81", 2, "the target `sm_81` is not known"),
        ("8.0", "compute_80", 2, "is not known"), ("8.0", "sm_80a", 2, "is not known"),
        ("8.0", "sm_90f", 2, "is not known"), ("6.3", "sm_80", 2, "needs .version 7.0 or later, this text has 6.3"),
        ("8.0", "sm_80, turbo", 2, "the target option `turbo`"),
    ])
    func `a version or target that is not known is refused`(
        _ version: String, _ target: String, _ line: UInt32, _ fragment: String
    ) {
        let text = ".version \(version)\n.target \(target)\n.address_size 64\n.entry k() { ret; }\n"
        let result = CheckerText.check(text)
        #expect(result.diagnostics.map(\.code) == [.target])
        #expect(result.diagnostics.first?.span.line == line)
        #expect(result.diagnostics.first?.message.contains(fragment) == true, "\(result.diagnostics)")
    }

    @Test(arguments: [
        ("7.0", "sm_75", "redux.sync.add.s32 r0, r1, -1;", "`redux.sync.add.s32` needs .target sm_80 or later"),
        ("6.5", "sm_75", "tanh.approx.f32 f0, f1;", "needs .version 7.0 or later, this text has 6.5"),
        ("6.0", "sm_60", "atom.relaxed.gpu.global.add.u32 u0, [d0], 1;", "`.relaxed` of"),
        ("8.0", "sm_80", "fence.acq_rel.cluster;", "`.cluster` of `fence.acq_rel.cluster` needs .target sm_90"),
        ("6.4", "sm_70", "shfl.bfly.b32 r0, r1, 1, 31;", "withdrawn"),
    ])
    func `an instruction newer than the text says is refused`(
        _ version: String, _ target: String, _ instruction: String, _ fragment: String
    ) {
        let result = CheckerText.check(body(instruction, version: version, target: target))
        #expect(result.diagnostics.map(\.code) == [.target])
        #expect(result.diagnostics.first?.message.contains(fragment) == true, "\(result.diagnostics)")
    }

    @Test func `addresses of 32 bits are not supported`() {
        let result = CheckerText.check(".version 8.0\n.target sm_80\n.address_size 32\n.entry k() { ret; }")
        #expect(result.diagnostics.map(\.code) == [.unsupported])
        #expect(result.diagnostics.first?.message.contains("32 bits") == true)
    }

    @Test func `all faults are reported, in the order of the text`() {
        let text = body("mov.b32 r0, a;\nadd.s32 r1, r2, r3;\nfoo;\nmov.f32 f0, 1;\nbra NOWHERE;")
        let result = CheckerText.check(".global .pred bad;\n".prepended(to: text))
        #expect(result.diagnostics.map(\.span.line) == [4, 7, 9, 10, 11])
        let error = PTXError(result.diagnostics)
        #expect(error.description.split(separator: "\n").count == 5)
        #expect(error.description.contains("9:1: `foo` is not an instruction"))
    }

    @Test func `a faulty text throws what is wrong with it`() throws {
        let error = try #require(throws: PTXError.self) {
            try CheckedModule.read(Array(".version 8.0\n.target sm_80\n.address_size 64\n.entry k( { }".utf8))
        }
        #expect(error.diagnostics.first?.code == .syntax)
    }

    @Test func `what a message quotes stays short`() {
        let name = String(repeating: "n", count: 900)
        let result = CheckerText.check(body("mov.b32 r0, \(name);\n\(name).x r0;"))
        #expect(result.diagnostics.count == 2)
        #expect(result.diagnostics.allSatisfy { $0.message.utf8.count < 300 })
    }

    /// A kernel with registers of all types; the body begins on line 6.
    private func body(_ text: String, version: String = "8.8", target: String = "sm_100") -> String {
        """
        .version \(version)
        .target \(version < "8.6" && target == "sm_100" ? "sm_90" : target)
        .address_size 64
        .global .b32 variable; .func (.param .b32 q) f(.param .b32 a) { ret; }
        .entry k(.param .u32 parameter) { .reg .pred p<4>; .reg .b16 h<4>; .reg .b32 r<4>; .reg .u32 u<4>; .reg .f32 f<4>; .reg .b64 d<8>;
        \(text)
        }
        """
    }
}

extension String {
    /// The text with this line behind its three directives.
    fileprivate func prepended(to text: String) -> String {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        lines.insert(contentsOf: self.split(separator: "\n"), at: 3)
        return lines.joined(separator: "\n")
    }
}
