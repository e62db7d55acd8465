import Testing

@testable import PTX

struct CheckerFixtureTests {
    @Test(arguments: SyntaxFixtures.kernels + SyntaxFixtures.corpus)
    func `what compilers emit passes without a fault`(_ path: String) throws {
        let module = try CheckedModule.read(try SyntaxFixtures.bytes(path))
        #expect(!module.entries.isEmpty)
        for function in module.functions where !function.isExternal {
            #expect(!function.instructions.isEmpty)
            for instruction in function.instructions {
                let form = InstructionTable.forms[instruction.form]
                #expect(form.opcode == instruction.opcode)
                #expect(form.tier != .refused || path.contains("sm_90"), "\(instruction.spelling)")
            }
        }
    }

    @Test(arguments: [
        ("block_reduce", 1_024), ("histogram", 1_024), ("layernorm", 128), ("sgemm_tiled", 2_048), ("softmax", 0),
        ("transpose", 4_224), ("vector_add", 0),
    ])
    func `a kernel's shared bytes are what the assembler counts`(_ name: String, _ bytes: Int) throws {
        let module = try CheckedModule.read(try SyntaxFixtures.bytes("kernels/\(name).ptx"))
        #expect(module.functions.filter(\.isEntry).map(\.sharedByteCount) == [bytes])
    }

    @Test func `a kernel's parameters have their places`() throws {
        let module = try CheckedModule.read(try SyntaxFixtures.bytes("kernels/layernorm.ptx"))
        let parameters = module.functions[0].parameters
        #expect(parameters.map(\.offset) == [0, 8, 16, 24, 32, 36])
        #expect(parameters.map(\.byteCount) == [8, 8, 8, 8, 4, 4])
        #expect(parameters.map(\.type) == [.u64, .u64, .u64, .u64, .u32, .f32])
        #expect(module.functions[0].parameterByteCount == 40)
        #expect(parameters[0].name == "layernorm_param_0")
    }

    @Test func `a pointer's declaration and a structure keep what they say`() throws {
        let (kernel, _) = try CheckerText.kernel(
            "ret;",
            parameters: """
                .param .u8 a, .param .u64 .ptr .global .align 16 b, .param .align 16 .b8 c[20], .param .f32 d
                """)
        #expect(kernel.parameters.map(\.offset) == [0, 8, 16, 36])
        #expect(kernel.parameters.map(\.isArray) == [false, false, true, false])
        #expect(kernel.parameters[1].pointer == Variable.PointerAttribute(space: .global, alignment: 16))
        #expect(kernel.parameterByteCount == 40)
    }

    @Test func `tables of a module have their bytes`() throws {
        let module = try CheckedModule.read(try SyntaxFixtures.bytes("corpus/nvrtc/sm_80/tables.ptx"))
        let counter = try #require(module.variables.first { $0.name == "counter" })
        #expect(counter.space == .global)
        #expect(counter.initialBytes == [40, 0, 0, 0])
        let letters = try #require(module.variables.first { $0.name == "letters" })
        #expect(letters.byteCount == 12)
        #expect(letters.initialBytes == Array("tensor wasm".utf8))
        let scratch = try #require(module.variables.first { $0.name == "scratch" })
        #expect(scratch.byteCount == 256)
        #expect(scratch.initialBytes.isEmpty)
    }

    @Test(arguments: SyntaxFixtures.kernels)
    func `a mutilated kernel is judged without a crash`(_ path: String) throws {
        let bytes = try SyntaxFixtures.bytes(path)
        var seed: UInt64 = 42
        for _ in 0..<60 {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            var text = bytes
            let place = Int((seed >> 20) % UInt64(text.count))
            switch seed >> 62 {
            case 0: text.remove(at: place)
            case 1: text[place] = UInt8(32 + (seed >> 40) % 95)
            case 2: text.swapAt(place, Int((seed >> 30) % UInt64(text.count)))
            default: text.insert(contentsOf: bytes[..<min(place, 40)], at: place)
            }
            do throws(PTXError) {
                let module = try CheckedModule.read(text)
                #expect(!module.functions.isEmpty)
            } catch {
                #expect(!error.diagnostics.isEmpty)
                #expect(error.diagnostics.count <= PTXLimits().diagnostics)
            }
        }
    }
}
