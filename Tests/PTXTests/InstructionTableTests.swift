import Testing

@testable import PTX

struct InstructionTableTests {
    @Test func `every line of the table is well formed`() {
        #expect(InstructionTable.unreadable.isEmpty)
        #expect(InstructionTable.forms.count > 430)
    }

    @Test func `a malformed line is not read`() {
        let reader = FormReader(sets: ["i": [".u32", ".s32"]])
        #expect(reader.form("add T=@i ; d:T s:T ; 7.0 80 must") != nil)
        for line in [
            "add T=@i ; d:T s:T", "add T=@unknown ; d:T ; - - must", "add @i ; d:T ; - - must",
            "add .u32 ; x:u32 ; - - must", "add .u32 ; d ; - - must", "add .u32 ; p:u32 ; - - must",
            "add .u32 ; d:u32 ; 7 80 must", "add .u32 ; d:u32 ; - - always", "add u32 ; d:u32 ; - - must",
            "add .u32 ; i:=9..3 ; - - must", "add .u32 ; m:@moon ; - - must", "add .u32 ; d{N}:u32 ; - - must",
            "add .u32 ; d:u32?N ; - - must",
        ] {
            #expect(reader.form(Substring(line)) == nil, "\(line)")
        }
    }

    @Test func `a line says what its instruction takes`() throws {
        let form = try #require(
            FormReader(sets: ["rnd": [".rn", ".rz"]]).form("fma @rnd .ftz? T=.f32|.f64 ; d:T s:T ; 7.1 86 should"))
        #expect(form.opcode == "fma")
        #expect(form.spelling == "fma(.rn|.rz){.ftz}(.f32|.f64)")
        #expect(form.modifiers.map(\.isOptional) == [false, true, false])
        #expect(form.operands.map(\.role) == [.destination, .source])
        #expect(form.operands.map(\.types) == [[.group("T")], [.group("T")]])
        #expect(form.minimumVersion == TranslationUnit.Version(7, 1))
        #expect(form.minimumTarget == 86)
        #expect(form.tier == .should)
    }

    @Test func `no form hides behind another one`() throws {
        for (index, form) in InstructionTable.forms.enumerated() {
            var seed: UInt64 = 1
            var samples: [String] = []
            for attempt in 0..<8 {
                let sample = FormSample.instruction(form) { count in
                    seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                    return attempt == 0 ? count - 1 : Int((seed >> 33) % UInt64(count))
                }
                if let sample { samples.append(sample) }
            }
            let reached = samples.contains { sample in
                let text =
                    form.isWithdrawn
                    ? FormSample.kernel([sample], version: "6.3", target: "sm_70") : FormSample.kernel([sample])
                let result = CheckerText.check(text)
                return result.module?.functions[0].instructions.first?.form == index
            }
            // Forms whose operands the table leaves open are reached by a test of their own.
            let isOpen = form.operands.contains { $0.role == .anything || $0.role == .call }
            #expect(reached || isOpen, "\(form.text)")
        }
    }

    @Test func `forms are found by their opcode`() {
        for (index, form) in InstructionTable.forms.enumerated() {
            #expect(InstructionTable.forms(for: form.opcode).contains(index))
        }
        #expect(InstructionTable.forms(for: "launch").isEmpty)
    }

    @Test(arguments: [
        (Tier.must, "ld st mov cvta add sub mul mad neg abs min max div rem and or xor not shl shr setp selp set fma "),
        (.must, "sqrt rcp ex2 lg2 sin cos rsqrt tanh cvt bra ret exit bar shfl atom red membar fence bfi"),
        (.should, "vote activemask match redux bar popc clz brev bfind bfe prmt lop3 shf sad dp4a dp2a mul24 mad24 "),
        (.should, "copysign testp call brx trap brkpt nanosleep isspacep addc subc madc ldu prefetch prefetchu slct "),
        (.exotic, "cp ldmatrix stmatrix movmatrix mma alloca stacksave stackrestore"),
        (.refused, "wgmma tcgen05 mbarrier mapa setmaxnreg griddepcontrol tex suld multimem wmma vadd cp tensormap"),
    ])
    func `instructions stand in the tier that the design gives them`(_ tier: Tier, _ opcodes: String) {
        for opcode in opcodes.split(separator: " ") {
            let forms = InstructionTable.forms(for: String(opcode))
            #expect(forms.contains { InstructionTable.forms[$0].tier == tier }, "\(opcode)")
        }
    }

    @Test func `modifiers can be written in any order, types cannot`() throws {
        let form = try #require(FormReader(sets: [:]).form("cvt .rn .ftz? D=.f32 S=.f64 ; d:D s:S ; - - must"))
        func fits(_ modifiers: [Modifier]) -> Bool {
            if case .fits = form.fit(modifiers) { true } else { false }
        }
        #expect(fits(["rn", "ftz", "f32", "f64"]))
        #expect(fits(["f32", "ftz", "rn", "f64"]))
        #expect(fits(["rn", "f32", "f64"]))
        #expect(!fits(["rn", "f64", "f32"]))
        #expect(!fits(["rn", "rn", "f32", "f64"]))
        #expect(!fits(["ftz", "f32", "f64"]))
    }
}
