import Testing

@testable import PTX

/// Registers, variables, labels and scopes.
struct CheckerNameTests {
    @Test func `registers have a place in the order of their first use, unused ones have none`() throws {
        let (kernel, _) = try CheckerText.kernel(
            ".reg .b32 %r<65000>; .reg .pred %p; mov.b32 %r64999, 1; mov.b32 %r7, %r64999; ret;")
        #expect(
            kernel.registers == [
                CheckedFunction.Register(name: "%r64999", type: .b32),
                CheckedFunction.Register(name: "%r7", type: .b32),
            ])
        #expect(kernel.instructions[1].operands == [.register(1), .register(0)])
    }

    @Test func `a vector register is its components`() throws {
        let (kernel, _) = try CheckerText.kernel(
            ".reg .v4 .f32 v; .reg .b64 a; mov.b64 a, 0; ld.global.v4.f32 v, [a]; add.f32 v.x, v.g, v.w; ret;")
        #expect(kernel.registers.map(\.name) == ["a", "v.x", "v.y", "v.z", "v.w"])
        #expect(
            kernel.instructions[1].operands[0] == .vector([.register(1), .register(2), .register(3), .register(4)]))
        #expect(kernel.instructions[2].operands == [.register(1), .register(2), .register(4)])
    }

    @Test func `a nested block hides names and ends with them`() throws {
        let (kernel, _) = try CheckerText.kernel(
            """
            .reg .b32 x<3>; mov.b32 x1, 1;
            { .reg .b64 x<2>; mov.b64 x1, 2; mov.b32 x2, 3; { .reg .f32 x1; mov.f32 x1, 1.0; } mov.b64 x1, 4; }
            mov.b32 x1, 5; ret;
            """)
        #expect(kernel.registers.map(\.type) == [.b32, .b64, .b32, .f32])
        #expect(
            kernel.instructions.dropLast().map { $0.operands[0] }
                == [0, 1, 2, 3, 1, 0].map { CheckedOperand.register($0) })
    }

    @Test func `the longest prefix does not decide which range a name belongs to`() throws {
        let (kernel, _) = try CheckerText.kernel(
            ".reg .b32 %r1<5>; .reg .b64 %r<10>; mov.b32 %r14, 0; mov.b64 %r4, 0; mov.b64 %r1, 0; ret;")
        #expect(kernel.registers.map(\.type) == [.b32, .b64, .b64])
    }

    @Test func `labels are places, nested blocks have their own`() throws {
        let (kernel, _) = try CheckerText.kernel(
            "bra END; A: { A: bra A; } { bra A; bra END; A: bra A; } bra A; END:")
        #expect(kernel.instructions.map { $0.operands[0] } == [6, 1, 4, 6, 4, 1].map { CheckedOperand.label($0) })
    }

    @Test func `an indirect branch has all its targets`() throws {
        let (kernel, _) = try CheckerText.kernel(
            ".reg .u32 i; mov.u32 i, 1; T: .branchtargets A, B, A; brx.idx i, T; A: ret; B: exit;")
        #expect(kernel.instructions[1].operands == [.register(0), .labels([2, 3, 2])])
    }

    @Test func `variables of functions belong to the module or to the frame`() throws {
        let (kernel, module) = try CheckerText.kernel(
            """
            .shared .align 8 .f32 tile[4]; .local .align 4 .b8 d[12]; .reg .b64 a; .reg .b32 b;
            mov.b64 a, tile+8; mov.u32 b, tile; mov.b64 a, d; ld.shared.b32 b, [tile+4]; mov.b64 a, outer; mov.b64 a, p;
            ld.param.b32 b, [p]; ret;
            """, parameters: ".param .u32 p", before: ".global .u32 outer;")
        #expect(module.variables.map(\.name) == ["outer", "tile"])
        #expect(kernel.frame.map(\.byteCount) == [12])
        #expect(kernel.sharedByteCount == 16)
        let sources = kernel.instructions.dropLast().map { $0.operands[1] }
        #expect(
            sources == [
                .variable(.module(1), offset: 8), .variable(.module(1), offset: 0), .variable(.frame(0), offset: 0),
                .address(.place(.module(1)), offset: 4), .variable(.module(0), offset: 0),
                .variable(.parameter(0), offset: 0), .address(.place(.parameter(0)), offset: 0),
            ])
    }

    @Test func `shared bytes count what a kernel and its callees use, with gaps`() throws {
        let module = try CheckerText.module(
            """
            .shared .b8 a[3]; .shared .align 16 .b8 b[4]; .shared .b8 unused[100]; .extern .shared .b8 dynamic[];
            .func f() { .reg .b64 r; mov.b64 r, b; ret; }
            .func g() { call f; ret; }
            .entry one() { .reg .b64 r; mov.b64 r, a; mov.b64 r, dynamic; call g; call f; ret; }
            .entry two() { .reg .b64 r; mov.b64 r, a; ret; }
            """)
        #expect(module.functions.map(\.sharedByteCount) == [4, 4, 20, 3])
        #expect(module.functions[2].callees == [1, 0])
        #expect(module.variables.map(\.isDynamic) == [false, false, false, true])
    }

    @Test func `initial values have their bytes and relocations`() throws {
        let module = try CheckerText.module(
            """
            .global .u16 n[3][2] = {{1, 2}, {0xFFFF}}; .global .f32 f[] = {1.5, 0f40000000}; .const .s8 c = -2;
            .global .v2 .f64 v = {1.0, 0d4000000000000000};
            .global .u64 p[3] = {n+4, generic(f), 7};
            .entry k() { ret; }
            """)
        #expect(module.variables[0].initialBytes == [1, 0, 2, 0, 255, 255])
        #expect(module.variables[0].byteCount == 12)
        #expect(module.variables[1].initialBytes == [0, 0, 0xC0, 0x3F, 0, 0, 0, 0x40])
        #expect(module.variables[1].byteCount == 8)
        #expect(module.variables[2].initialBytes == [0xFE])
        #expect(module.variables[3].initialBytes == [0, 0, 0, 0, 0, 0, 0xF0, 0x3F, 0, 0, 0, 0, 0, 0, 0, 0x40])
        #expect(module.variables[3].alignment == 16)
        #expect(module.variables[4].initialBytes.count == 24)
        #expect(
            module.variables[4].relocations == [
                CheckedVariable.Relocation(offset: 0, variable: 0, addend: 4, isGeneric: false),
                CheckedVariable.Relocation(offset: 8, variable: 1, addend: 0, isGeneric: true),
            ])
    }
}
