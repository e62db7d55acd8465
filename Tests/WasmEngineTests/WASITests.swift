import Testing

@testable import WasmEngine

@Suite struct WASITests {
    private func wasiTemplate(_ text: String, engine: Engine) throws -> InstanceTemplate {
        let linker = Linker(engine: engine)
        try linker.defineWASI()
        return try template(text, engine: engine, linker: linker)
    }

    @Test func `standard input reaches the guest and its output is captured`() throws {
        let engine = try makeEngine()
        let template = try wasiTemplate(
            """
            (module
              (import "wasi_snapshot_preview1" "fd_read" (func $r (param i32 i32 i32 i32) (result i32)))
              (import "wasi_snapshot_preview1" "fd_write" (func $w (param i32 i32 i32 i32) (result i32)))
              (memory (export "memory") 1)
              (data (i32.const 0) "\\10\\00\\00\\00\\40\\00\\00\\00")
              (func (export "_start")
                (drop (call $r (i32.const 0) (i32.const 0) (i32.const 1) (i32.const 8)))
                (i32.store (i32.const 4) (i32.load (i32.const 8)))
                (drop (call $w (i32.const 1) (i32.const 0) (i32.const 1) (i32.const 8)))
                (drop (call $w (i32.const 2) (i32.const 0) (i32.const 1) (i32.const 8)))))
            """, engine: engine)
        let output = OutputCapture(limit: 1_024)
        let errors = OutputCapture(limit: 3)
        let streams = GuestStreams(input: .bytes(Array("hello".utf8)), output: output, errors: errors)
        #expect(try run(invocation(template, "_start", streams: streams)) == .success([]))
        #expect(output.captured == (Array("hello".utf8), false))
        #expect(errors.captured == (Array("hel".utf8), true))
    }

    @Test(arguments: [(Int32(0), nil), (3, GuestFailure.exit(code: 3))] as [(Int32, GuestFailure?)])
    func `leaving with code 0 is success, another code is told`(_ code: Int32, _ failure: GuestFailure?) throws {
        let template = try wasiTemplate(
            """
            (module (import "wasi_snapshot_preview1" "proc_exit" (func $x (param i32))) (memory (export "memory") 1)
              (func (export "_start") (call $x (i32.const \(code)))))
            """, engine: makeEngine())
        let expected: Result<[Value], GuestFailure> = failure.map { .failure($0) } ?? .success([])
        #expect(try run(invocation(template, "_start")) == expected)
    }

    @Test func `arguments reach the guest and no directory is open`() throws {
        let template = try wasiTemplate(
            """
            (module
              (import "wasi_snapshot_preview1" "args_sizes_get" (func $a (param i32 i32) (result i32)))
              (import "wasi_snapshot_preview1" "fd_prestat_get" (func $p (param i32 i32) (result i32)))
              (memory (export "memory") 1)
              (func (export "count") (result i32)
                (drop (call $a (i32.const 0) (i32.const 4))) (i32.load (i32.const 0)))
              (func (export "preopen") (result i32) (call $p (i32.const 3) (i32.const 0))))
            """, engine: makeEngine())
        let streams = GuestStreams(arguments: ["name", "x"])
        #expect(try run(invocation(template, "count", streams: streams)) == .success([.i32(2)]))
        // 8 is the error number `badf` of WASI preview 1.
        #expect(try run(invocation(template, "preopen", streams: streams)) == .success([.i32(8)]))
    }
}
