import Glibc
import Testing

@testable import WasmEngine

@Suite struct ModuleTests {
    @Test func `exports and imports are listed with their types`() throws {
        let module = try Module.compile(
            ModuleFormat.binary(
                fromText: Array(
                    """
                    (module (import "env" "f" (func (param i32))) (memory (export "memory") 1)
                      (func (export "g") (param i32 f64 v128 (ref func)) (result i64) (i64.const 1)))
                    """.utf8)), engine: makeEngine())
        #expect(
            module.exports == [
                ExportedFunction(name: "g", type: FunctionType([.i32, .f64, .v128, .reference], [.i64]))
            ])
        #expect(module.imports == [Import(module: "env", name: "f")])
        #expect(module.exportsMemory)
    }

    @Test(arguments: [
        ("(module (memory 300))", EngineError.Code.memoryTooLarge),
        ("(module (table 2000000 funcref))", .tableTooLarge),
        ("(module (func (result i32)))", .invalidModule), ("(module (memory 1 1 shared))", .invalidModule),
        ("(module (memory i64 1))", .invalidModule), ("(module (tag $t))", .invalidModule),
        ("(module (tag $t) (func (block $h (try_table (catch $t $h)))))", .invalidModule),
        ("(module (func (param exnref)))", .invalidModule), ("(module (memory 1 (pagesize 1)))", .invalidModule),
        ("(module (type $f (func)) (type $c (cont $f)))", .invalidModule),
        ("(module (memory 1) (memory 1))", .invalidModule), ("(component)", .component),
        ("(module (func (export \"f\") (param externref)))", .invalidModule),
    ])
    func `what the engine does not run is refused when it is compiled`(
        _ text: String, _ code: EngineError.Code
    ) throws {
        let engine = try makeEngine()
        let bytes = try ModuleFormat.binary(fromText: Array(text.utf8))
        let error = #expect(throws: EngineError.self) { try Module.compile(bytes, engine: engine) }
        #expect(error?.code == code, "\(error?.message ?? "")")
    }

    @Test(
        arguments: [
            ([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 0x63, 0x01, 0x00], 10), (Array("hello".utf8), 0), ([], 0),
            // One function of type () -> i32 with an empty body.
            (
                [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 1, 5, 1, 0x60, 0, 1, 0x7f, 3, 2, 1, 0, 10, 4, 1, 2, 0, 0x0b], 24
            ),
        ] as [([UInt8], Int)])
    func `broken bytes are refused on one line, with their offset`(_ bytes: [UInt8], _ offset: Int) throws {
        let engine = try makeEngine()
        let error = #expect(throws: EngineError.self) { try Module.compile(bytes, engine: engine) }
        #expect(error?.code == .invalidModule)
        #expect(error?.offset == offset, "\(error?.message ?? "")")
        #expect(error?.message.contains("\n") == false)
    }

    @Test func `broken text is refused with its line`() throws {
        let error = #expect(throws: EngineError.self) {
            try ModuleFormat.binary(fromText: Array("(module\n (fun))".utf8))
        }
        #expect(error?.message.contains("2:") == true, "\(error?.message ?? "")")
        #expect(throws: EngineError.self) { try ModuleFormat.binary(fromText: [0xff, 0xfe]) }
        #expect(throws: EngineError.self) { try ModuleFormat.binary(fromText: []) }
    }

    @Test func `an import nobody offers is named`() throws {
        let engine = try makeEngine()
        let error = #expect(throws: EngineError.self) {
            try template("(module (import \"env\" \"missing\" (func)))", engine: engine)
        }
        #expect(error?.code == .missingImport)
        #expect(error?.message.contains("env missing") == true)
    }

    @Test func `an artifact runs after loading and only with the configuration that made it`() throws {
        let engine = try makeEngine()
        let module = try Module.compile(
            ModuleFormat.binary(
                fromText: Array("(module (memory 1) (func (export \"f\") (result i32) (i32.const 3)))".utf8)),
            engine: engine)
        let path = "/tmp/tensor-wasm-artifact-\(getpid())-\(UInt32.random(in: 0 ... .max)).cwasm"
        let file = try #require(fopen(path, "w"))
        let bytes = try module.artifact()
        #expect(fwrite(bytes, 1, bytes.count, file) == bytes.count)
        fclose(file)
        defer { unlink(path) }
        let loaded = try Linker(engine: engine).template(for: .load(artifact: path, engine: engine))
        #expect(try run(invocation(loaded, "f")) == .success([.i32(3)]))
        let other = try makeEngine(memory: 32 << 20)
        #expect(other.artifactTag != engine.artifactTag)
        #expect(throws: EngineError.self) { try Module.load(artifact: "/nonexistent", engine: engine) }
    }
}
