import Testing

@testable import WasmBinary

struct SegmentTests {
    private static let zero: [UInt8] = [0x41, 0, 0x0B]
    private static let offset = ConstantExpression.i32(0)

    static let elementForms: [([UInt8], ElementSegment)] = [
        ([0] + zero + [2, 3, 4], ElementSegment(.active(table: 0, offset: offset), .functions([3, 4]))),
        ([1, 0, 1, 5], ElementSegment(.passive, .functions([5]))),
        ([2, 1] + zero + [0, 1, 5], ElementSegment(.active(table: 1, offset: offset), .functions([5]))),
        ([3, 0, 1, 5], ElementSegment(.declarative, .functions([5]))),
        (
            [4] + zero + [1, 0xD2, 7, 0x0B],
            ElementSegment(.active(table: 0, offset: offset), .expressions(.function, [.function(7)]))
        ),
        (
            [5, 0x6F, 1, 0xD0, 0x6F, 0x0B],
            ElementSegment(.passive, .expressions(.external, [.null(.abstract(.external))]))
        ),
        (
            [6, 2] + zero + [0x70, 1, 0x23, 9, 0x0B],
            ElementSegment(.active(table: 2, offset: offset), .expressions(.function, [.global(9)]))
        ),
        (
            [7, 0x64, 0x03, 1, 0xD2, 7, 0x0B],
            ElementSegment(.declarative, .expressions(ReferenceType(.defined(3), isNullable: false), [.function(7)]))
        ),
    ]

    @Test(arguments: elementForms)
    func `each form of an element segment is read and written`(_ bytes: [UInt8], _ segment: ElementSegment) throws {
        let bytes = Bytes.module(Bytes.section(9, [1] + bytes))
        let module = try WasmModule(decoding: bytes)
        #expect(module.elements == [segment])
        #expect(module.encode() == bytes)
    }

    @Test(
        arguments: [
            ([2, 0] + zero + [0, 1, 5], [0] + zero + [1, 5]),
            ([6, 0] + zero + [0x70, 1, 0xD2, 5, 0x0B], [4] + zero + [1, 0xD2, 5, 0x0B]),
            ([6, 0] + zero + [0x63, 0x70, 0], [4] + zero + [0]),
        ] as [([UInt8], [UInt8])])
    func `a long form of an element segment is written as the short one`(_ long: [UInt8], _ short: [UInt8]) throws {
        let module = try WasmModule(decoding: Bytes.module(Bytes.section(9, [1] + long)))
        #expect(module.encode() == Bytes.module(Bytes.section(9, [1] + short)))
    }

    @Test func `active references other than nullable functions keep the form that names their type`() throws {
        let bytes = Bytes.module(Bytes.section(9, [1, 6, 0] + Self.zero + [0x6F, 1, 0xD0, 0x6F, 0x0B]))
        #expect(try WasmModule(decoding: bytes).encode() == bytes)
    }

    @Test(arguments: [[8], [1, 1, 0], [5, 0x7F, 0], [0x80, 0x80]] as [[UInt8]])
    func `a malformed element segment is refused`(_ bytes: [UInt8]) {
        let module = Bytes.module(Bytes.section(9, [1] + bytes + [0, 0, 0]))
        #expect(binaryError { try WasmModule(decoding: module) } != nil)
    }

    @Test(
        arguments: [
            ([0, 0x41, 8, 0x0B, 2, 1, 2], DataSegment(.active(memory: 0, offset: .i32(8)), [1, 2])),
            ([1, 3, 1, 2, 3], DataSegment(.passive, [1, 2, 3])),
            ([2, 1, 0x42, 0x7F, 0x0B, 0], DataSegment(.active(memory: 1, offset: .i64(-1)), [])),
        ] as [([UInt8], DataSegment)])
    func `each form of a data segment is read and written`(_ bytes: [UInt8], _ segment: DataSegment) throws {
        let bytes = Bytes.module(Bytes.section(11, [1] + bytes))
        let module = try WasmModule(decoding: bytes)
        #expect(module.data == [segment])
        #expect(module.encode() == bytes)
    }

    @Test func `a data segment that is longer than the module is refused`() {
        let bytes = Bytes.module(Bytes.section(11, [1, 1, 0xFF, 0xFF, 0xFF, 0xFF, 0x0F, 0]))
        #expect(binaryError { try WasmModule(decoding: bytes) }?.code == .unexpectedEnd)
    }

    @Test func `extended constant expressions are kept`() throws {
        let sum: [UInt8] = [0x23, 0, 0x41, 4, 0x6A, 0x41, 3, 0x6C, 0x0B]
        let bytes = Bytes.module(Bytes.section(6, [1, 0x7F, 1] + sum))
        let module = try WasmModule(decoding: bytes)
        #expect(module.globals[0].type == GlobalType(.i32, isMutable: true))
        #expect(
            module.globals[0].initial.instructions == [
                Instruction(.globalGet, 0), .i32Const(4), Instruction(.i32Add), .i32Const(3), Instruction(.i32Mul),
            ])
        #expect(module.encode() == bytes)
    }

    @Test func `a table may begin with a value`() throws {
        let bytes = Bytes.module(Bytes.section(4, [2, 0x70, 1, 1, 9, 0x40, 0, 0x64, 0x70, 4, 3, 0xD2, 1, 0x0B]))
        let module = try WasmModule(decoding: bytes)
        #expect(module.tables[0] == Table(TableType(.function, limits: SizeLimits(minimum: 1, maximum: 9))))
        #expect(module.tables[1].initial == .function(1))
        #expect(module.tables[1].type.is64Bit)
        #expect(module.encode() == bytes)
    }

    @Test func `a memory keeps its width, its sharing and its page size`() throws {
        let bytes = Bytes.module(Bytes.section(5, [3, 3, 1, 2, 4, 0x80, 0x80, 0x80, 0x80, 0x20, 9, 1, 2, 0]))
        let module = try WasmModule(decoding: bytes)
        #expect(module.memories[0] == MemoryType(limits: SizeLimits(minimum: 1, maximum: 2), isShared: true))
        #expect(module.memories[1] == MemoryType(limits: SizeLimits(minimum: 1 << 33), is64Bit: true))
        #expect(module.memories[2].pageSizeLogarithm == 0)
        #expect(module.encode() == bytes)
    }
}
