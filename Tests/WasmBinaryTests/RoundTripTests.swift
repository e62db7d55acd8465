import TestSupport
import Testing

@testable import WasmBinary

/// Whatever is a module stays one, and whatever is none is refused at a place of its bytes.
struct RoundTripTests {
    private static func same(_ left: WasmModule, _ right: WasmModule) throws -> Bool {
        // Bodies may be bytes in one and instructions in the other.
        try left.normalised() == right.normalised()
    }

    @Test func `a module of any shape is the same after it was encoded and decoded`() throws {
        for seed in 0..<1_000 {
            var modules = SeededModules(seed: seed)
            let module = modules.module()
            let bytes = module.encode()
            let decoded = try WasmModule(decoding: bytes)
            #expect(try Self.same(decoded, module), "seed \(seed)")
            #expect(decoded.encode() == bytes, "seed \(seed)")
            #expect(try decoded.normalised().encode() == bytes, "seed \(seed)")
            for (function, original) in zip(decoded.functions, module.functions) {
                #expect(try function.body.code() == original.body.code(), "seed \(seed)")
            }
        }
    }

    @Test func `every instruction is the same after it was written and read`() throws {
        var modules = SeededModules(seed: 1)
        for opcode in Opcode.allCases where opcode != .else && opcode != .end {
            for _ in 0..<10 {
                let instruction = Instruction(opcode, modules.immediate(opcode.immediateKind))
                let code = FunctionCode(instructions: [instruction] + (opcode.opensBlock ? [.end] : []))
                var module = WasmModule()
                module.functions = [Function(type: 0, code: code)]
                let decoded = try WasmModule(decoding: module.encode())
                #expect(try decoded.functions[0].body.code() == code)
            }
        }
    }

    @Test func `a module that is cut off anywhere is refused or still a module`() throws {
        for seed in 0..<40 {
            var modules = SeededModules(seed: seed)
            let bytes = modules.module().encode()
            for count in 0..<bytes.count { Self.judge(Array(bytes.prefix(count)), "seed \(seed) cut to \(count)") }
        }
    }

    @Test func `a module with changes is refused at a place of its bytes or goes round as before`() {
        for seed in 0..<4_000 {
            var modules = SeededModules(seed: seed)
            var bytes = modules.module().encode()
            for _ in 0...(seed % 4) { Self.change(&bytes, &modules.random) }
            Self.judge(bytes, "seed \(seed)")
        }
    }

    @Test func `random bytes behind the header are judged`() {
        for seed in 0..<2_000 {
            var random = SeededGenerator(seed: seed)
            let count = Int.random(in: 0...200, using: &random)
            let bytes = (0..<count).map { _ in UInt8.random(in: 0...15, using: &random) }
            Self.judge(Bytes.header + bytes, "seed \(seed)")
        }
    }

    private static func change(_ bytes: inout [UInt8], _ random: inout SeededGenerator) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        case 1: bytes[place] = UInt8.random(in: 0...255, using: &random)
        case 2: bytes.insert(UInt8.random(in: 0...255, using: &random), at: place)
        default: if bytes.count > 1 { bytes.remove(at: place) }
        }
    }

    private static func judge(_ bytes: [UInt8], _ comment: String) {
        do {
            let module = try WasmModule(decoding: bytes)
            let again = try WasmModule(decoding: module.encode())
            #expect(again == module, "\(comment)")
            let normalised = try module.normalised()
            let fixed = try WasmModule(decoding: normalised.encode()).normalised()
            #expect(fixed == normalised, "\(comment)")
            _ = try module.names()
        } catch {
            #expect((0...bytes.count).contains(error.offset), "\(comment): \(error)")
        }
    }
}
