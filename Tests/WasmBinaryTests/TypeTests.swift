import Testing

@testable import WasmBinary

struct TypeTests {
    @Test func `recursion groups, structures, arrays and subtypes are read and written`() throws {
        let bytes = Bytes.module(
            Bytes.section(
                1,
                [4, 0x4E, 2, 0x50, 0, 0x5F, 2, 0x78, 1, 0x63, 0, 0, 0x4F, 1, 0, 0x5F, 0, 0x5E, 0x77, 1]
                    + [0x4E, 0, 0x60, 1, 0x64, 0x6E, 2, 0x7B, 0x69]))
        let module = try WasmModule(decoding: bytes)
        #expect(module.types.map(\.types.count) == [2, 1, 0, 1])
        let fields = [FieldType(.i8, isMutable: true), FieldType(.value(.reference(ReferenceType(.defined(0)))))]
        #expect(module.types[0].types[0] == SubType(.structure(fields), isFinal: false))
        #expect(module.types[0].types[1] == SubType(.structure([]), supertypes: [0]))
        #expect(module.types[1].types[0] == SubType(.array(FieldType(.i16, isMutable: true))))
        #expect(IndexSpaces(of: module).types.count == 4)
        #expect(module.encode() == bytes)
    }

    @Test func `a group of one and a final type without supertypes are written in short`() throws {
        let long = Bytes.module(Bytes.section(1, [1, 0x4E, 1, 0x4F, 0, 0x60, 1, 0x63, 0x6F, 0]))
        #expect(try WasmModule(decoding: long).encode() == Bytes.module(Bytes.section(1, [1, 0x60, 1, 0x6F, 0])))
    }

    @Test(
        arguments: [[0x40, 0], [0x61, 0], [0x60, 1, 0x40, 0], [0x5E, 0x7F, 2], [0x60, 1, 0x63, 0xF0, 0x7F, 0]]
            as [[UInt8]])
    func `a malformed type is refused`(_ bytes: [UInt8]) {
        let error = binaryError { try WasmModule(decoding: Bytes.module(Bytes.section(1, [1] + bytes))) }
        #expect(error?.code == .malformed)
    }
}
