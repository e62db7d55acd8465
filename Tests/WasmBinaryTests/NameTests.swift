import Testing

@testable import WasmBinary

struct NameTests {
    private static func subsection(_ id: UInt8, _ contents: [UInt8]) -> [UInt8] { [id] + Bytes.sized(contents) }

    private static let contents: [UInt8] =
        subsection(0, Bytes.text("module")) + subsection(1, [2, 0] + Bytes.text("f") + [3] + Bytes.text("g"))
        + subsection(2, [1, 3, 2, 0] + Bytes.text("x") + [1] + Bytes.text("y"))
        + subsection(9, [1, 0] + Bytes.text("d"))
        + subsection(42, [1, 2, 3])

    @Test func `names are read and written`() throws {
        let names = try NameSection(decoding: Self.contents[...])
        #expect(names.module == "module")
        #expect(names.functions == [0: "f", 3: "g"])
        #expect(names.locals == [3: [0: "x", 1: "y"]])
        #expect(names.data == [0: "d"])
        #expect(names.others[42] == [1, 2, 3])
        #expect(names.encode() == Self.contents)
    }

    @Test func `all kinds of names come back`() throws {
        var names = NameSection()
        names.module = ""
        names.functions = [0: "a"]
        names.locals = [1: [2: "b"], 5: [:]]
        names.labels = [3: [4: "c"]]
        names.types = [5: "d"]
        names.tables = [6: "e"]
        names.memories = [7: "f"]
        names.globals = [8: "g"]
        names.elements = [9: "h"]
        names.data = [10: "i"]
        names.fields = [11: [12: "j"]]
        names.tags = [13: "k"]
        #expect(try NameSection(decoding: names.encode()[...]) == names)
    }

    @Test(
        arguments: [
            (subsection(1, [0]) + subsection(0, Bytes.text("m")), .sectionOrder),
            (subsection(1, [2, 1, 0, 1, 0]), .malformed), (subsection(1, [2, 1, 0, 0, 0]), .malformed),
            (subsection(1, [0, 0]), .sizeMismatch), (subsection(1, [9, 0, 0]), .unexpectedEnd),
            ([1, 9, 0], .unexpectedEnd), (subsection(0, [1, 0xFF]), .malformedName),
        ] as [([UInt8], BinaryError.Code)])
    func `malformed names are refused`(_ bytes: [UInt8], _ code: BinaryError.Code) {
        #expect(binaryError { try NameSection(decoding: bytes[...]) }?.code == code)
    }

    @Test func `a module whose names are malformed is still a module`() throws {
        let bytes = Bytes.module(Bytes.custom("name", [1, 9]))
        let module = try WasmModule(decoding: bytes)
        let error = binaryError { try module.names() }
        #expect(error?.offset == 17)
        #expect(module.encode() == bytes)
    }

    @Test func `names are set, replaced and removed`() throws {
        var module = try WasmModule(decoding: Bytes.module(Bytes.types, Bytes.custom("other")))
        #expect(try module.names() == nil)
        var names = NameSection()
        names.module = "m"
        module.setNames(names)
        names.functions = [1: "f"]
        module.setNames(names)
        #expect(module.customSections.count == 2)
        #expect(try WasmModule(decoding: module.encode()).names() == names)
        module.setNames(nil)
        #expect(module.customSections.map(\.name) == ["other"])
    }

    @Test func `more names than allowed are refused, those of locals counted one by one`() {
        var limits = BinaryLimits()
        // Two functions, one function with two locals, one data segment.
        limits.names = 6
        #expect(binaryError { try NameSection(decoding: Self.contents[...], limits: limits) } == nil)
        limits.names = 5
        #expect(
            binaryError { try NameSection(decoding: Self.contents[...], limits: limits) }?.code == .limitExceeded)
    }
}
