import Testing

@testable import PTX

/// What operands mean once they are resolved.
struct CheckerOperandTests {
    private static let registers = """
        .reg .pred p<4>; .reg .b16 h<4>; .reg .f16 fh<4>; .reg .b32 r<8>; .reg .u32 u<8>; .reg .f32 f<8>;
        .reg .b64 d<8>; .reg .f64 e<8>;

        """

    private func instruction(_ text: String) throws -> CheckedInstruction {
        let (kernel, _) = try CheckerText.kernel(Self.registers + text, before: ".global .b32 variable;")
        return try #require(kernel.instructions.first)
    }

    @Test(
        arguments: [
            ("add.s32 r0, r1, -1;", 0xFFFF_FFFF), ("add.s32 r0, r1, 0x1FFFFFFFF;", 0xFFFF_FFFF),
            ("add.s16 h0, h1, 70000;", 70_000 & 0xFFFF), ("add.u64 d0, d1, -1;", .max),
            ("add.f32 f0, f1, 0f3F800000;", 0x3F80_0000), ("add.f32 f0, f1, 0.1;", 0x3DCC_CCCD),
            ("add.f32 f0, f1, 0d3FF0000000000000;", 0x3F80_0000),
            ("add.f64 e0, e1, 0f3F800000;", 0x3FF0_0000_0000_0000),
            ("add.f64 e0, e1, 0.1;", 0x3FB9_9999_9999_999A), ("mov.b32 r0, 0f40000000;", 0x4000_0000),
            ("mov.b64 d0, 0d4000000000000000;", 0x4000_0000_0000_0000), ("mov.u32 r0, WARP_SZ;", 32),
            ("mov.pred p0, 7;", 1), ("mov.pred p0, 0;", 0), ("shl.b64 d0, d1, 40;", 40), ("cvt.u8.u32 r0, 511;", 511),
            ("st.global.u8 [d0], -1;", 255), ("mov.b16 h0, -2;", 0xFFFE),
        ] as [(String, UInt64)])
    func `a constant becomes the bits of its place`(_ text: String, _ bits: UInt64) throws {
        #expect(try instruction(text).operands.last == .immediate(bits))
    }

    @Test func `predicates are written alone or in pairs, and read in either sense`() throws {
        #expect(try instruction("setp.lt.s32 p0, r0, r1;").operands[0] == .register(0))
        #expect(try instruction("setp.lt.s32 p1|p2, r0, r1;").operands[0] == .pair(.register(0), .register(1)))
        #expect(try instruction("setp.lt.s32 _|p2, r0, r1;").operands[0] == .pair(.sink, .register(0)))
        #expect(try instruction("setp.lt.and.s32 p0, r0, r1, !p1;").operands[3] == .negated(3))
        #expect(try instruction("and.pred p0, p1, !p2;").operands == [.register(0), .register(1), .negated(2)])
        let guarded = try instruction("@!p3 exit;")
        #expect(guarded.condition == CheckedInstruction.Condition(register: 0, isNegated: true))
    }

    @Test func `special registers and addresses are told apart from registers`() throws {
        #expect(try instruction("mov.u32 r0, %tid.y;").operands[1] == .special(.threadIndex(.y)))
        #expect(try instruction("mov.u64 d0, %clock64;").operands[1] == .special(.clock64))
        #expect(try instruction("cvt.u64.u32 d0, %nctaid.x;").operands[1] == .special(.blockCount(.x)))
        #expect(try instruction("mov.u32 r0, %envreg7;").operands[1] == .special(.other("%envreg7")))
        #expect(try instruction("mov.u64 d0, variable+12;").operands[1] == .variable(.module(0), offset: 12))
        #expect(try instruction("cvta.global.u64 d0, variable;").operands[1] == .variable(.module(0), offset: 0))
        #expect(try instruction("ld.global.b32 r0, [d1+-4];").operands[1] == .address(.register(1), offset: -4))
        #expect(try instruction("ld.b32 r0, [variable];").operands[1] == .address(.place(.module(0)), offset: 0))
        #expect(try instruction("ld.local.b32 r0, [16];").operands[1] == .address(.none, offset: 16))
    }

    @Test func `vectors are lists of their elements`() throws {
        #expect(
            try instruction("ld.global.v2.b32 {r0, _}, [d0];").operands[0] == .vector([.register(0), .sink]))
        #expect(try instruction("mov.b64 d0, {r0, 5};").operands[1] == .vector([.register(1), .immediate(5)]))
        #expect(try instruction("mov.b32 {h0, h1}, r0;").operands[0] == .vector([.register(0), .register(1)]))
        #expect(try instruction("ld.global.f32 {f0}, [d0];").operands[0] == .register(0))
    }

    @Test func `a shuffle has its predicate beside its result`() throws {
        let shuffle = try instruction("shfl.sync.down.b32 r0|p0, r1, 16, 31, -1;")
        #expect(shuffle.operands[0] == .pair(.register(0), .register(1)))
        #expect(shuffle.operands[4] == .immediate(0xFFFF_FFFF))
        #expect(shuffle.types == [.b32])
    }

    @Test func `types come in the order of the spelling`() throws {
        #expect(try instruction("cvt.rn.f16x2.f32 r0, f0, f1;").types == [.f16x2, .f32])
        #expect(try instruction("set.gt.u32.f32 r0, f0, f1;").types == [.u32, .f32])
        #expect(try instruction("cvt.rzi.sat.s32.f32 r0, f0;").has("sat"))
        #expect(try instruction("ld.shared::cta.u32 r0, [d0];").modifiers.compactMap(\.stateSpace) == [.shared])
    }

    @Test func `wider registers are good enough where values are moved or converted`() throws {
        #expect(throws: Never.self) { try instruction("ld.global.u8 r0, [d0];") }
        #expect(throws: Never.self) { try instruction("ld.global.b16 fh0, [d0];") }
        #expect(throws: Never.self) { try instruction("st.global.u16 [d0], d1;") }
        #expect(throws: Never.self) { try instruction("cvt.u8.u32 u0, u1;") }
        #expect(throws: Never.self) { try instruction("ld.global.f32 d1, [d0];") }
        #expect(throws: Never.self) { try instruction("mul.wide.u32 d0, u0, 4;") }
    }

    @Test func `a call has its results, its function and its arguments`() throws {
        let (kernel, module) = try CheckerText.kernel(
            """
            .reg .f32 x; .reg .b32 y; .param .b32 r; .param .align 8 .b8 s[16];
            st.param.b64 [s], 0; call.uni (r), f, (s, 5); call (y), g, (x); call (_), g, (1.0); call h; ret;
            """,
            before: """
                .func (.param .b32 q) f(.param .align 8 .b8 a[16], .param .u16 b) { st.param.b32 [q], 1; ret; }
                .func (.param .b32 q) g(.param .f32 a);
                .func (.param .b32 q) g(.param .f32 a) { ret; }
                .func h { ret; }
                """)
        let calls = kernel.instructions.filter { $0.opcode == "call" }
        #expect(
            calls[0].operands == [
                .list([.variable(.frame(0), offset: 0)]), .function(0),
                .list([.variable(.frame(1), offset: 0), .immediate(5)]),
            ])
        #expect(calls[1].operands == [.list([.register(0)]), .function(1), .list([.register(1)])])
        #expect(calls[2].operands[0] == .list([.sink]))
        #expect(calls[3].operands == [.list([]), .function(2), .list([])])
        #expect(kernel.callees == [0, 1, 2])
        #expect(module.functions[0].instructions[0].operands[0] == .address(.place(.result(0)), offset: 0))
    }

    @Test func `instructions of the last tier only need names that exist`() throws {
        let (kernel, _) = try CheckerText.kernel(
            """
            .reg .b64 d; .reg .b32 r<4>; .reg .pred p; .shared .b64 bar;
            mbarrier.try_wait.parity.shared::cta.b64 p, [bar], r1;
            cp.async.bulk.tensor.2d.shared::cluster.global.tile.mbarrier::complete_tx::bytes [r0], [d, {r1, r2}], [bar];
            wgmma.fence.sync.aligned; ret;
            """)
        #expect(kernel.instructions.dropLast().allSatisfy { InstructionTable.forms[$0.form].tier == .refused })
        #expect(kernel.instructions[0].operands[1] == .address(.place(.module(0)), offset: 0))
        guard case .list(let parts) = kernel.instructions[1].operands[1] else {
            Issue.record("coordinates are lost")
            return
        }
        #expect(parts.count == 2)
    }
}
