import Testing

@testable import PTX

struct CheckerLimitTests {
    /// What a check with other limits finds; the text is read with the usual ones.
    private func faults(_ text: String, _ change: (inout PTXLimits) -> Void = { _ in }) -> [String] {
        let parsed = PTXParser.parse([UInt8]((CheckerText.header + text).utf8))
        guard let unit = parsed.unit, parsed.diagnostics.isEmpty else { return parsed.diagnostics.map(\.message) }
        var limits = PTXLimits()
        change(&limits)
        return PTXChecker.check(unit, limits: limits).diagnostics.map(\.message)
    }

    @Test func `registers are counted in full`() {
        #expect(faults(".entry k() { .reg .b32 r<60000>; .reg .b32 q<5536>; ret; }") == [])
        let message = "more than 65536 registers in `k`"
        #expect(faults(".entry k() { .reg .b32 r<60000>; { .reg .v4 .b32 q<1385>; } ret; }") == [message])
        #expect(faults(".entry k() { .reg .b32 r<2147483647>; .reg .b32 q<5>; ret; }").contains(message))
    }

    @Test func `labels are counted`() {
        let text = ".entry k() { A: { B: } { B: } ret; }"
        #expect(faults(text) { $0.labels = 3 } == [])
        #expect(faults(text) { $0.labels = 2 } == ["more than 2 labels in `k`"])
    }

    @Test func `blocks nest as deep as the limit says`() throws {
        let unit = try #require(
            PTXParser.parse([UInt8]((CheckerText.header + ".entry k() { { { ret; } } }").utf8)).unit)
        var limits = PTXLimits()
        limits.nesting = 3
        #expect(PTXChecker.check(unit, limits: limits).module != nil)
        limits.nesting = 2
        #expect(PTXChecker.check(unit, limits: limits).diagnostics.map(\.message) == ["blocks nested deeper than 2"])
    }

    @Test func `functions, variables and parameters are counted`() {
        #expect(faults(".func f() { ret; } .entry k() { ret; }") { $0.functions = 2 } == [])
        #expect(
            faults(".func f() { ret; } .entry k() { ret; }") { $0.functions = 1 } == ["more than 1 functions in a text"]
        )
        let variables = ".global .b32 a; .entry k(.param .b32 p) { .local .b32 l; ret; }"
        #expect(faults(variables) { $0.variables = 3 } == [])
        #expect(faults(variables) { $0.variables = 2 }.first?.contains("more than 2 variables") == true)
        #expect(
            faults(".entry k(.param .b32 p, .param .b32 q) { ret; }") { $0.parameters = 1 }.first?
                .contains("at most 1") == true)
        #expect(faults(".entry k(.param .b8 p[4096]) { ret; }") == [])
        #expect(
            faults(".entry k(.param .b8 p[4097]) { ret; }")
                == ["4097 bytes of parameters: at most 4096 are possible"])
    }

    @Test func `memory is limited by state space`() {
        #expect(faults(".global .b8 a[10]; .global .b8 b[6];") { $0.globalBytes = 16 } == [])
        #expect(
            faults(".global .b8 a[10]; .global .b8 b[7];") { $0.globalBytes = 16 }
                == ["more than 16 bytes of .global variables"])
        #expect(
            faults(".const .b8 a[17];") { $0.constantBytes = 16 } == ["more than 16 bytes of .const variables"])
        #expect(
            faults(".entry k() { { .local .b8 a[9]; } { .local .b8 a[9]; } ret; }") { $0.localBytes = 16 }
                == ["more than 16 bytes of .local variables"])
        #expect(
            faults(".global .b8 a[1048576][1048576][1048576];").first?.contains("does not fit into any memory") == true)
    }

    @Test func `a kernel's shared and local memory counts that of its callees`() {
        let text = """
            .shared .b8 a[10]; .shared .b8 b[10];
            .func f() { .reg .b64 r; .local .b8 l[10]; mov.b64 r, a; ret; }
            .entry k() { .reg .b64 r; .local .b8 l[10]; mov.b64 r, b; call f; ret; }
            """
        #expect(faults(text) { $0.sharedBytes = 20 } == [])
        #expect(
            faults(text) { $0.sharedBytes = 19 } == ["`k` needs 20 bytes of shared memory: at most 19 are possible"])
        #expect(faults(text) { $0.localBytes = 19 } == ["`k` needs 20 bytes of local memory: at most 19 are possible"])
    }

    @Test func `faults end at their limit`() {
        let text = ".entry k() {\n" + String(repeating: "foo;\n", count: 500) + "}"
        #expect(faults(text).count == 100)
        #expect(faults(text) { $0.diagnostics = 3 }.count == 3)
    }

    @Test func `thousands of functions with all their registers cost only what they use`() throws {
        let function = "() { .reg .b32 r<65536>; mov.b32 r65535, 0; ret; }\n"
        let text = (0..<4_000).map { ".func f\($0)" + function }.joined() + ".entry k() { ret; }"
        let module = try CheckerText.module(text)
        #expect(module.functions.count == 4_001)
        #expect(module.functions.allSatisfy { $0.registers.count <= 1 })
    }

    @Test func `a deep chain of calls is followed without recursion`() throws {
        let chain = (1..<4_000).map { ".func f\($0)() { call f\($0 - 1); ret; }\n" }.joined()
        let module = try CheckerText.module(
            ".shared .b8 s[5];\n.func f0() { .reg .b64 r; mov.b64 r, s; ret; }\n\(chain).entry k() { call f3999; ret; }"
        )
        #expect(module.functions.last?.sharedByteCount == 5)
    }

    @Test func `many lists of many targets share their places`() throws {
        let targets = Array(repeating: "L", count: 20_000).joined(separator: ", ")
        let (kernel, _) = try CheckerText.kernel(
            ".reg .b32 r; L: T: .branchtargets \(targets);\n" + String(repeating: "brx.idx r, T;\n", count: 20_000))
        guard case .labels(let places) = kernel.instructions.last?.operands.last else {
            Issue.record("no places")
            return
        }
        #expect(places.count == 20_000)
    }
}
