import Testing

@testable import WasmBinary

struct InstructionTests {
    /// Where the instructions begin in `Bytes.function`.
    private static let bodyStart = 28

    @Test(
        arguments: [
            ([0x0E, 2, 1, 2, 3], Instruction(.brTable, .branchTable(BranchTable(targets: [1, 2], fallback: 3)))),
            ([0x0E, 0, 3], Instruction(.brTable, .branchTable(BranchTable(targets: [], fallback: 3)))),
            ([0x11, 1, 2], Instruction(.callIndirect, 1, 2)),
            ([0x1C, 1, 0x7B], Instruction(.selectTyped, .types([.v128]))),
            ([0x41, 0x7F], .i32Const(-1)), ([0x42, 0x80, 0x01], .i64Const(128)),
            ([0x43, 1, 0, 0xA0, 0x7F], .f32Const(bits: 0x7FA0_0001)),
            ([0x44, 0, 0, 0, 0, 0, 0, 0xF0, 0x3F], .f64Const(1)),
            ([0x28, 2, 0x80, 0x01], .memory(.i32Load, offset: 128, alignmentLogarithm: 2)),
            ([0x28, 0x42, 1, 3], .memory(.i32Load, offset: 3, alignmentLogarithm: 2, memory: 1)),
            ([0x3F, 1], Instruction(.memorySize, 1)),
            ([0xD0, 0x6E], Instruction(.refNull, .heapType(.abstract(.any)))),
            ([0xFC, 8, 1, 0], Instruction(.memoryInit, 1, 0)), ([0xFC, 10, 1, 0], Instruction(.memoryCopy, 1, 0)),
            ([0xFD, 0x54, 0, 1, 15], Instruction(.v128Load8Lane, .memoryLane(MemoryArgument(offset: 1), lane: 15))),
            ([0xFD, 21, 3], Instruction(.i8x16ExtractLaneS, .lane(3))),
            ([0xFD, 0x93, 0x02], Instruction(.i32x4RelaxedDotI8x16I7x16AddS)),
            (
                [0xFD, 12, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15],
                Instruction(.v128Const, .v128(Vector128(low: 0x0706_0504_0302_0100, high: 0x0F0E_0D0C_0B0A_0908)))
            ),
            ([0xFE, 3, 0], Instruction(.atomicFence)),
            (
                [0xFB, 24, 1, 2, 0x6E, 4],
                Instruction(
                    .brOnCast,
                    .branchCast(
                        BranchCast(
                            label: 2, source: ReferenceType(.abstract(.any)),
                            target: ReferenceType(.defined(4), isNullable: false))))
            ),
        ] as [([UInt8], Instruction)])
    func `an instruction is read with its immediates and written again`(
        _ bytes: [UInt8], _ instruction: Instruction
    ) throws {
        let module = try WasmModule(decoding: Bytes.function(bytes))
        #expect(try module.functions[0].body.code().instructions == [instruction])
        var writer = ByteWriter()
        writer.instruction(instruction)
        #expect(writer.joined() == bytes)
    }

    @Test func `a block has any type and may catch`() throws {
        let bytes: [UInt8] =
            [0x02, 0x40, 0x0B, 0x03, 0x7B, 0x0B, 0x04, 0xC0, 0x00, 0x05, 0x0B, 0x02, 0x64, 1, 0x0B]
            + [0x1F, 0x40, 4, 0, 1, 2, 1, 3, 4, 2, 5, 3, 6, 0x0B]
        let instructions = try WasmModule.instructions(bytes)
        #expect(instructions[0] == .block())
        #expect(instructions[2] == .loop(.value(.v128)))
        #expect(instructions[4] == .if(.type(64)))
        #expect(instructions[7] == .block(.value(.reference(ReferenceType(.defined(1), isNullable: false)))))
        let catches = [
            TryTable.Catch(tag: 1, label: 2), TryTable.Catch(tag: 3, takesReference: true, label: 4),
            TryTable.Catch(tag: nil, label: 5), TryTable.Catch(tag: nil, takesReference: true, label: 6),
        ]
        #expect(instructions[9] == Instruction(.tryTable, .tryTable(TryTable(.empty, catches: catches))))
        #expect(try WasmModule(decoding: Bytes.function(bytes)).normalised().encode() == Bytes.function(bytes))
    }

    @Test func `long integers in a body are kept until it is normalised`() throws {
        let long = Bytes.function([0x41, 0x81, 0x00, 0x1A])
        let module = try WasmModule(decoding: long)
        #expect(module.encode() == long)
        #expect(try module.normalised().encode() == Bytes.function([0x41, 0x01, 0x1A]))
    }

    @Test(
        arguments: [
            ([0x05], .malformed, 0), ([0x02, 0x40, 0x05, 0x0B], .malformed, 2), ([0xFF], .unknownOpcode, 0),
            ([0x06, 0x40, 0x0B], .unknownOpcode, 0), ([0xFC, 0x7F], .unknownOpcode, 0),
            ([0xFD, 0x80, 0x80, 0x01], .unknownOpcode, 0),
            ([0x02, 0x40], .unexpectedEnd, 3), ([0x0B], .sizeMismatch, 1), ([0x28, 0x80, 0x01, 0], .malformed, 1),
            ([0x02, 0x41, 0x0B], .malformed, 1), ([0xFE, 3, 1], .malformed, 2), ([0xD0, 0x7F], .malformed, 1),
            ([0x04, 0x40, 0x05, 0x05, 0x0B], .malformed, 3),
        ] as [([UInt8], BinaryError.Code, Int)])
    func `a malformed body is refused at its place in the module`(
        _ bytes: [UInt8], _ code: BinaryError.Code, _ offset: Int
    ) throws {
        let module = try WasmModule(decoding: Bytes.function(bytes))
        let error = binaryError { try module.normalised() }
        #expect(error?.code == code)
        #expect(error?.offset == Self.bodyStart + offset)
    }

    @Test func `a data segment is named only where their number is declared`() throws {
        for bytes: [UInt8] in [[0xFC, 9, 0], [0xFC, 8, 0, 0], [0xFB, 9, 0, 0]] {
            var module = try WasmModule(decoding: Bytes.function(bytes))
            #expect(binaryError { try module.normalised() }?.message == "data count section required")
            module.declaresDataCount = true
            #expect(binaryError { try module.normalised() } == nil)
        }
    }

    @Test func `an instruction takes 24 bytes`() {
        #expect(MemoryLayout<Instruction>.stride == 24)
    }

    @Test func `the blocks of a body are found with their ends`() throws {
        let bytes: [UInt8] = [0x02, 0x40, 0x03, 0x40, 0x0B, 0x04, 0x40, 0x01, 0x05, 0x01, 0x0B, 0x0B]
        let blocks = FunctionCode(instructions: try WasmModule.instructions(bytes)).blocks()
        #expect(blocks.map(\.start) == [0, 1, 3])
        #expect(blocks.map(\.end) == [8, 2, 7])
        #expect(blocks.map(\.alternative) == [nil, nil, 5])
        #expect(blocks.map(\.depth) == [0, 1, 1])
    }
}
