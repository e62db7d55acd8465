import Testing

@testable import WasmBinary

struct EditingTests {
    /// One imported function and global, one of each defined, a memory, a table with an element segment.
    private func sample() throws -> WasmModule {
        var module = WasmModule()
        let type = module.addType(FunctionType(results: [.i32]))
        module.imports = [
            Import(module: "host", name: "f", item: .function(type: type)),
            Import(module: "host", name: "g", item: .global(GlobalType(.i32))),
        ]
        let code = FunctionCode(instructions: [
            Instruction(.call, 1), Instruction(.drop), Instruction(.refFunc, 1), Instruction(.drop),
            Instruction(.globalGet, 1),
        ])
        let function = module.addFunction(FunctionType(results: [.i32]), code)
        let global = module.addGlobal(GlobalType(.i32, isMutable: true), initial: .i32(5))
        module.tables = [Table(TableType(.function, limits: SizeLimits(minimum: 4)))]
        module.memories = [MemoryType(limits: SizeLimits(minimum: 1))]
        module.elements = [ElementSegment(.active(table: 0, offset: .i32(1)), .functions([function]))]
        module.start = function
        module.setExport("run", .function, function)
        module.setExport("counter", .global, global)
        module.data = [
            DataSegment(.active(memory: 0, offset: .i32(0)), [1, 2]), DataSegment(.passive, [3]),
        ]
        return module
    }

    @Test func `indices lead to imported things first`() throws {
        let spaces = IndexSpaces(of: try sample())
        #expect(spaces.functions == [0, 0])
        #expect(spaces.functionType(of: 1) == FunctionType(results: [.i32]))
        #expect(spaces.functionType(of: 2) == nil)
        #expect(spaces.globals.map(\.isMutable) == [false, true])
        #expect(spaces.isImported(.global, 0))
        #expect(!spaces.isImported(.global, 1))
        #expect(spaces.importCount(of: .memory) == 0)
    }

    @Test func `a type that is there already is not added again`() throws {
        var module = try sample()
        module.types.insert(RecursionGroup([SubType(.structure([])), SubType(.structure([]))]), at: 0)
        let indices = [FunctionType(results: [.i32]), FunctionType(parameters: [.i64])].map { module.addType($0) }
        #expect(indices == [2, 3])
        #expect(IndexSpaces(of: module).types[3].function == FunctionType(parameters: [.i64]))
    }

    @Test func `an export is added once and replaced by its name`() throws {
        var module = try sample()
        module.setExport("run", .memory, 0)
        #expect(module.exports.map(\.name) == ["run", "counter"])
        #expect(module.export(named: "run")?.kind == .memory)
        module.removeExport(named: "run")
        #expect(module.export(named: "run") == nil)
    }

    @Test func `names that only look the same are two names`() throws {
        var module = WasmModule()
        module.setExport("\u{E9}", .function, 0)
        module.setExport("e\u{301}", .function, 1)
        #expect(module.exports.count == 2)
        #expect(module.export(named: "e\u{301}")?.index == 1)
    }

    @Test func `a reserved prefix is one that no export has`() throws {
        var module = try sample()
        #expect(module.unusedExportPrefix("state") == "state:")
        module.setExport("state:\u{301}", .function, 0)
        module.setExport("state1:x", .function, 0)
        #expect(module.unusedExportPrefix("state") == "state2:")
        for name in ["state", "state2", "state2x:", "state-2:", "state99999999999999999999:", "other2:"] {
            module.setExport(name, .function, 0)
        }
        #expect(module.unusedExportPrefix("state") == "state2:")
    }

    @Test func `the first value of a defined global is set, not that of an imported one`() throws {
        var module = try sample()
        let isSet = [0, 1, 2].map { module.setInitialValue(ofGlobal: $0, to: .i32(9)) }
        #expect(isSet == [false, true, false])
        #expect(module.globals[0].initial == .i32(9))
    }

    @Test func `a memory's contents become one segment, and without a data count the old ones go`() throws {
        var module = try sample()
        let isDone1 = module.replaceData(ofMemory: 0, with: [7, 8], at: 16)
        #expect(isDone1)
        #expect(
            module.data == [
                DataSegment(.passive, [3]), DataSegment(.active(memory: 0, offset: .i32(16)), [7, 8]),
            ])
        let isDone2 = module.replaceData(ofMemory: 1, with: [7])
        #expect(!isDone2)
    }

    @Test func `with a data count the old segments stay as dropped ones under their indices`() throws {
        var module = try sample()
        module.declaresDataCount = true
        let isDone3 = module.replaceData(ofMemory: 0, with: [7])
        #expect(isDone3)
        #expect(
            module.data == [
                DataSegment(.passive, []), DataSegment(.passive, [3]),
                DataSegment(.active(memory: 0, offset: .i32(0)), [7]),
            ])
        #expect(try WasmModule(decoding: module.encode()).data == module.data)
    }

    @Test func `a memory with 64-bit addresses gets a 64-bit offset`() throws {
        var module = WasmModule()
        module.memories = [MemoryType(limits: SizeLimits(minimum: 1), is64Bit: true)]
        let isDone4 = module.replaceData(ofMemory: 0, with: [1], at: 1 << 40)
        #expect(isDone4)
        #expect(module.data[0].mode == .active(memory: 0, offset: .i64(1 << 40)))
    }

    @Test func `a table's segments become declarations and others follow`() throws {
        var module = try sample()
        let isDone5 = module.replaceElements(ofTable: 0, with: [(place: 2, items: .functions([0]))])
        #expect(isDone5)
        #expect(
            module.elements == [
                ElementSegment(.declarative, .functions([1])),
                ElementSegment(.active(table: 0, offset: .i32(2)), .functions([0])),
            ])
        let isDone6 = module.replaceElements(ofTable: 1, with: [])
        #expect(!isDone6)
    }

    @Test func `an import moves what the module defines, in every place that names it`() throws {
        var module = try sample()
        module = try WasmModule(decoding: module.encode())
        var names = NameSection()
        names.functions = [0: "imported", 1: "defined"]
        module.setNames(names)
        let index = try module.addImport(Import(module: "host", name: "h", item: .function(type: 0)))
        #expect(index == 1)
        let instructions = try module.functions[0].body.code().instructions
        #expect(instructions[0] == Instruction(.call, 2))
        #expect(instructions[2] == Instruction(.refFunc, 2))
        #expect(instructions[4] == Instruction(.globalGet, 1))
        #expect(module.elements[0].items == .functions([2]))
        #expect(module.start == 2)
        #expect(module.exports.map(\.index) == [2, 1])
        #expect(try module.names()?.functions == [0: "imported", 2: "defined"])
    }

    @Test func `a local is added behind the parameters and the other locals`() {
        var code = FunctionCode(locals: [LocalRun(2, .i32)], instructions: [])
        let indices = [ValueType.i32, .i64, .i64].map { code.addLocal($0, parameterCount: 3) }
        #expect(indices == [5, 6, 7])
        #expect(code.locals == [LocalRun(3, .i32), LocalRun(2, .i64)])
    }

    @Test func `indices of every space are mapped and put back`() throws {
        for seed in 0..<300 {
            var modules = SeededModules(seed: seed)
            let module = try WasmModule(decoding: modules.module().encode()).normalised()
            var changed = module
            try changed.mapIndices { $1 ^ 1 }
            try changed.mapIndices { $1 ^ 1 }
            #expect(changed == module, "seed \(seed)")
        }
    }

    @Test func `a malformed body leaves the module as it was`() throws {
        let module = try WasmModule(decoding: Bytes.function([0xFF]))
        var changed = module
        let item = Import(module: "m", name: "n", item: .function(type: 0))
        #expect(binaryError { try changed.addImport(item) }?.code == .unknownOpcode)
        #expect(changed == module)
    }
}
