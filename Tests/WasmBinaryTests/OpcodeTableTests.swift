import Testing

@testable import WasmBinary

struct OpcodeTableTests {
    @Test func `every opcode has one row in the table, under its own name`() {
        let runs = OpcodeTable.scalarRuns + OpcodeTable.vectorRuns
        var raws: [UInt16] = []
        for run in runs {
            for (offset, mnemonic) in run.mnemonics.split(separator: " ").enumerated() {
                let raw = run.first + UInt16(offset)
                raws.append(raw)
                let opcode = Opcode(rawValue: raw)
                #expect(opcode.map { "\($0)" } == Self.camelCase(mnemonic), "\(mnemonic)")
                #expect(opcode?.mnemonic == String(mnemonic))
                #expect(opcode?.immediateKind == run.immediates)
            }
        }
        #expect(raws.sorted() == Opcode.allCases.map(\.rawValue).sorted())
        #expect(Set(Opcode.allCases.map(\.mnemonic)).count == Opcode.allCases.count)
    }

    @Test(
        arguments: [
            (.i32Add, "i32.add", 0x6A), (.i64Extend32S, "i64.extend32_s", 0xC4), (.refFunc, "ref.func", 0xD2),
            (.externConvertAny, "extern.convert_any", 0xB01B), (.tableFill, "table.fill", 0xC011),
            (.i8x16Shuffle, "i8x16.shuffle", 0xD00D), (.i16x8AvgrU, "i16x8.avgr_u", 0xD09B),
            (.i64x2Mul, "i64x2.mul", 0xD0D5), (.f64x2ConvertLowI32x4U, "f64x2.convert_low_i32x4_u", 0xD0FF),
            (.i32AtomicRmw8CmpxchgU, "i32.atomic.rmw8.cmpxchg_u", 0xE04A),
            (.memoryAtomicWait64, "memory.atomic.wait64", 0xE002),
        ] as [(Opcode, String, UInt16)])
    func `opcodes have the numbers of the specification`(_ opcode: Opcode, _ mnemonic: String, _ raw: UInt16) {
        #expect(opcode.rawValue == raw)
        #expect(opcode.mnemonic == mnemonic)
    }

    private static func camelCase(_ mnemonic: Substring) -> String {
        let parts = mnemonic.split { $0 == "." || $0 == "_" }
        return parts[0] + parts.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    }
}
