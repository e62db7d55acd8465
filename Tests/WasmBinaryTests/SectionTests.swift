import Testing

@testable import WasmBinary

struct SectionTests {
    @Test func `an empty module is its header`() throws {
        #expect(try WasmModule(decoding: Bytes.header) == WasmModule())
        #expect(WasmModule().encode() == Bytes.header)
    }

    @Test(arguments: [[], [0], [0, 0x61, 0x73, 0x6E, 1, 0, 0, 0], [0, 0x61, 0x73, 0x6D, 2, 0, 0, 0]] as [[UInt8]])
    func `what does not begin as a module is refused`(_ bytes: [UInt8]) {
        #expect(binaryError { try WasmModule(decoding: bytes) }?.code == .notModule)
    }

    @Test func `a component is refused by name`() {
        let error = binaryError { try WasmModule(decoding: [0, 0x61, 0x73, 0x6D, 0x0D, 0, 1, 0]) }
        #expect(error?.message == "a component, not a core module")
        #expect(error?.offset == 4)
    }

    @Test func `a section that stands twice or too late is refused where it begins`() {
        let memory = Bytes.section(5, [0])
        let twice = binaryError { try WasmModule(decoding: Bytes.module(memory, memory)) }
        #expect(twice?.code == .sectionOrder)
        #expect(twice?.offset == 11)
        let late = binaryError { try WasmModule(decoding: Bytes.module(memory, Bytes.types)) }
        #expect(late?.code == .sectionOrder)
    }

    @Test func `tags stand before globals and the data count before the code, whatever their numbers`() throws {
        let bytes = Bytes.module(
            Bytes.types, Bytes.section(5, [1, 0, 1]), Bytes.section(13, [1, 0, 0]),
            Bytes.section(6, [1, 0x7F, 0, 0x41, 0, 0x0B]), Bytes.section(12, [1]), Bytes.section(11, [1, 1, 1, 7]))
        let module = try WasmModule(decoding: bytes)
        #expect(module.tags == [0])
        #expect(module.declaresDataCount)
        #expect(module.encode() == bytes)
        let wrong = Bytes.module(Bytes.section(6, [0]), Bytes.section(13, [0]))
        #expect(binaryError { try WasmModule(decoding: wrong) }?.code == .sectionOrder)
    }

    @Test func `a section of an unknown number is refused`() {
        #expect(binaryError { try WasmModule(decoding: Bytes.module([14, 0])) }?.message == "malformed section id")
    }

    @Test func `a section that is longer or shorter than it says is refused`() {
        let long = binaryError { try WasmModule(decoding: Bytes.module(Bytes.section(5, [0, 0]))) }
        #expect(long?.code == .sizeMismatch)
        #expect(long?.offset == 11)
        let short = binaryError { try WasmModule(decoding: Bytes.module(Bytes.section(5, [1, 0]))) }
        #expect(short?.code == .unexpectedEnd)
        let cut = binaryError { try WasmModule(decoding: Bytes.module([5, 9, 0])) }
        #expect(cut?.code == .unexpectedEnd)
    }

    @Test func `functions without bodies and bodies without functions are refused`() {
        let functions = Bytes.section(3, [1, 0])
        let bodies = Bytes.section(10, [1, 2, 0, 0x0B])
        for sections in [functions, bodies, functions + Bytes.section(10, [0])] {
            let error = binaryError { try WasmModule(decoding: Bytes.module(Bytes.types, sections)) }
            #expect(error?.code == .countMismatch)
        }
    }

    @Test func `a data count that is not the number of segments is refused`() {
        let count = Bytes.section(12, [2])
        for data in [[], Bytes.section(11, [1, 1, 0])] {
            #expect(binaryError { try WasmModule(decoding: Bytes.module(count, data)) }?.code == .countMismatch)
        }
    }

    @Test func `custom sections stay where they are`() throws {
        let bytes = Bytes.module(
            Bytes.custom("a", [1]), Bytes.types, Bytes.custom("b"), Bytes.custom("c", [2, 3]),
            Bytes.section(5, [1, 0, 1]),
            Bytes.custom("a", [4]))
        let module = try WasmModule(decoding: bytes)
        #expect(module.customSections.map(\.name) == ["a", "b", "c", "a"])
        #expect(module.customSections.map(\.predecessor) == [nil, .type, .type, .memory])
        #expect(module.encode() == bytes)
    }

    @Test func `empty sections and long integers are written in their shortest form`() throws {
        let bytes = Bytes.module([1, 0x81, 0x00, 0], Bytes.section(5, [0x81, 0x80, 0x00, 0, 0x82, 0x00]))
        #expect(try WasmModule(decoding: bytes).encode() == Bytes.module(Bytes.section(5, [1, 0, 2])))
    }

    @Test func `a custom section behind an empty section stands where it stood`() throws {
        let module = try WasmModule(decoding: Bytes.module(Bytes.section(1, [0]), Bytes.custom("a")))
        #expect(try WasmModule(decoding: module.encode()) == module)
    }

    @Test func `a name that is not UTF-8 is refused where it begins`() {
        let error = binaryError { try WasmModule(decoding: Bytes.module(Bytes.section(0, [2, 0xC3, 0x28]))) }
        #expect(error?.code == .malformedName)
        #expect(error?.offset == 10)
    }

    @Test func `imports that share a module or a type come out one by one`() throws {
        let shared = Bytes.section(
            2,
            [3] + Bytes.text("m") + [0, 0x7F, 2] + Bytes.text("f") + [0, 0] + Bytes.text("g") + [3, 0x7F, 0]
                + Bytes.text("n") + [0, 0x7E, 0, 1, 2] + Bytes.text("h") + Bytes.text("i")
                + Bytes.text("o") + Bytes.text("p") + [0, 0])
        let module = try WasmModule(decoding: Bytes.module(Bytes.types, shared))
        #expect(module.imports.map(\.module) == ["m", "m", "n", "n", "o"])
        #expect(module.imports.map(\.name) == ["f", "g", "h", "i", "p"])
        #expect(module.imports[3].item == .function(type: 1))
        #expect(try WasmModule(decoding: module.encode()) == module)
    }

    @Test func `pieces are the module, and large contents are shared`() {
        var module = WasmModule()
        module.memories = [MemoryType(limits: SizeLimits(minimum: 16))]
        let image = [UInt8](repeating: 7, count: 1 << 20)
        let isDone = module.replaceData(ofMemory: 0, with: image[...])
        #expect(isDone)
        let pieces = module.encodePieces()
        #expect(Array(pieces.joined()) == module.encode())
        let largest = pieces.first { $0.count == image.count }
        #expect(largest?.withUnsafeBytes { $0.baseAddress } == image.withUnsafeBytes { $0.baseAddress })
    }
}
