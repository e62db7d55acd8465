import Testing

@testable import CLI

@Suite("A local call")
struct RunTests {
    private func run(
        _ module: String, _ arguments: String..., isTerminal: Bool = false, environment: [String: String] = [:]
    ) async throws -> (status: Int32, console: RecordedConsole) {
        let file = try TemporaryFile(module)
        let recorded = RecordedConsole(environment: environment, isTerminal: isTerminal)
        return (await TensorWasm.execute(["run", file.path] + arguments, in: recorded.console), recorded)
    }

    private static let results = """
        (module
          (func (export "main"))
          (func (export "one") (result i64) i64.const -9007199254740993)
          (func (export "two") (result i32 f64) i32.const 1 f64.const 0.5)
          (func (export "infinite") (result f32) f32.const inf)
          (func (export "add") (param i32 i32) (result i32) local.get 0 local.get 1 i32.add)
          (func (export "same") (param i64) (result i64) local.get 0)
          (func (export "trap") unreachable)
          (func (export "spin") (loop br 0)))
        """

    @Test(
        "prints ok, a bare scalar or a JSON array",
        arguments: [
            ("main", "[]", "ok\n"), ("one", "[]", "-9007199254740993\n"), ("two", "[]", "[1,0.5]\n"),
            ("infinite", "[]", "Infinity\n"), ("add", "[2, 40]", "42\n"),
            ("same", "[9223372036854775807]", "9223372036854775807\n"), ("same", #"["-1"]"#, "-1\n"),
        ])
    func results(_ export: String, _ args: String, _ expected: String) async throws {
        let run = try await run(Self.results, "--export", export, "--args", args)
        #expect(run.status == 0)
        #expect(run.console.output == expected)
        #expect(run.console.errors.isEmpty)
    }

    @Test("runs main when no export is named")
    func defaultExport() async throws {
        #expect(try await run(Self.results).console.output == "ok\n")
    }

    @Test("ends with status 4 and tells trap and frames when the guest traps")
    func trap() async throws {
        let run = try await run(Self.results, "--export", "trap")
        #expect(run.status == 4)
        #expect(run.console.output.isEmpty)
        #expect(run.console.errors.contains("error: wasmtime: wasm `unreachable` instruction executed\n"))
        #expect(run.console.errors.contains("\n  trap: unreachable\n    at func["))
    }

    @Test("tells a runaway recursion by its name, not by a backtrace")
    func stackOverflow() async throws {
        let run = try await run(#"(module (func $f (export "main") (call $f)))"#)
        #expect(run.status == 4)
        #expect(run.console.errors.contains("trap: stack_overflow\n"))
        #expect(!run.console.errors.contains("backtrace") && !run.console.errors.contains("byte -"))
    }

    @Test("ends with status 4 when the guest is stopped at its deadline")
    func deadline() async throws {
        let run = try await run(Self.results, "--export", "spin", "--deadline-ms", "5")
        #expect(run.status == 4)
        #expect(run.console.errors.contains("invoke_timeout"))
    }

    @Test(
        "ends with status 2 when export or arguments do not fit",
        arguments: [
            ("none", "[]", "missing_export"), ("add", "[1]", "invalid_args"), ("add", #"[1,"x"]"#, "argument 1"),
            ("add", "[1.5,2]", "argument 0"), ("add", "{}", "must be a JSON array"), ("add", "[1,", "not JSON"),
        ])
    func badInput(_ export: String, _ args: String, _ reason: String) async throws {
        let run = try await run(Self.results, "--export", export, "--args", args)
        #expect(run.status == 2)
        #expect(run.console.errors.contains(reason))
    }

    @Test("refuses more arguments than the contract allows")
    func tooManyArguments() async throws {
        let args = "[" + String(repeating: "1,", count: 256) + "1]"
        let run = try await run(Self.results, "--export", "add", "--args", args)
        #expect(run.status == 2)
        #expect(run.console.errors.contains("too_many_args"))
    }

    @Test("ends with status 2 when the file is no module")
    func invalidModule() async throws {
        let run = try await run("(module (func (bogus)))")
        #expect(run.status == 2)
        #expect(run.console.errors.contains("invalid_wasm"))
    }

    @Test("takes a file that begins like a binary module for one, whatever its name")
    func binary() async throws {
        #expect(try await run("\0asm\u{1}\0\0\0").console.errors.contains("missing_export"))
    }

    /// Copies standard input to standard output, then writes an escape sequence to standard error.
    private static let copy = """
        (module
          (import "wasi_snapshot_preview1" "fd_read" (func $read (param i32 i32 i32 i32) (result i32)))
          (import "wasi_snapshot_preview1" "fd_write" (func $write (param i32 i32 i32 i32) (result i32)))
          (import "wasi_snapshot_preview1" "proc_exit" (func $exit (param i32)))
          (memory (export "memory") 1)
          (data (i32.const 64) "\\1b[31mred")
          (func (export "_start")
            (i32.store (i32.const 0) (i32.const 128))
            (i32.store (i32.const 4) (i32.const 1024))
            (drop (call $read (i32.const 0) (i32.const 0) (i32.const 1) (i32.const 8)))
            (i32.store (i32.const 4) (i32.load (i32.const 8)))
            (drop (call $write (i32.const 1) (i32.const 0) (i32.const 1) (i32.const 8)))
            (i32.store (i32.const 0) (i32.const 64))
            (i32.store (i32.const 4) (i32.const 8))
            (drop (call $write (i32.const 2) (i32.const 0) (i32.const 1) (i32.const 8))))
          (func (export "leave") (call $exit (i32.const 7))))
        """

    @Test("gives the guest its input and passes its output on before the result")
    func streams() async throws {
        let run = try await run(Self.copy, "--input", "hello")
        #expect(run.status == 0)
        #expect(run.console.output == "hello\nok\n")
        #expect(run.console.errors == "\u{1B}[31mred")
    }

    @Test("cleans the guest's output for a terminal")
    func terminal() async throws {
        let run = try await run(Self.copy, "--input", "a\u{1B}[2Jb", isTerminal: true)
        #expect(run.console.output == "ab\nok\n")
        #expect(run.console.errors == "red")
    }

    @Test("reads the input from a file")
    func inputFile() async throws {
        let input = try TemporaryFile("from a file\n")
        #expect(try await run(Self.copy, "--input-file", input.path).console.output == "from a file\nok\n")
    }

    @Test("prints one JSON value with result and output when JSON was asked for")
    func json() async throws {
        let run = try await run(Self.copy, "--input", "hello", "--output", "json")
        #expect(run.console.output == #"{"result":"ok","stdout":"hello","stderr":"\u001b[31mred"}"# + "\n")
        #expect(run.console.errors.isEmpty)
    }

    private static let kernel = """
        .version 8.0
        .target sm_80
        .address_size 64
        .visible .entry mark(.param .u64 word)
        {
            .reg .b64 %rd<2>;
            ld.param.u64 %rd1, [word];
            st.global.u32 [%rd1], 42;
            ret;
        }
        """

    /// Has a kernel write a number and returns it, or the code of the launch.
    private static let kernelGuest = """
        (module
          (import "wasi:cuda/host@0.1.0" "wasi_cuda_load_ptx" (func $load (param i32 i32 i32 i32) (result i64)))
          (import "wasi:cuda/host@0.1.0" "wasi_cuda_launch"
            (func $launch (param i64 i32 i32 i32 i32 i32 i32 i32 i32 i32) (result i32)))
          (import "wasi:cuda/host@0.1.0" "wasi_cuda_sync" (func $sync (result i32)))
          (memory (export "memory") 1)
          (data (i32.const 0) "mark")
          (data (i32.const 16) "\\07\\40\\00\\00\\00\\04\\00\\00\\00")
          (data (i32.const 1024) "\(kernel.replacing("\n", with: "\\n"))")
          (func (export "main") (result i32)
            (drop (call $launch
              (call $load (i32.const 1024) (i32.const \(kernel.utf8.count)) (i32.const 0) (i32.const 4))
              (i32.const 1) (i32.const 1) (i32.const 1) (i32.const 1) (i32.const 1) (i32.const 1)
              (i32.const 0) (i32.const 16) (i32.const 9)))
            (i32.add (call $sync) (i32.load (i32.const 64)))))
        """

    @Test("runs kernels on this machine")
    func kernels() async throws {
        let run = try await run(Self.kernelGuest)
        #expect(run.console.output == "42\n", "\(run.console.errors)")
    }

    @Test("runs kernels on the device that the environment names, or on none")
    func chosenDevice() async throws {
        #expect(try await run(Self.kernelGuest, environment: ["TENSOR_WASM_DEVICE": "off"]).console.output == "-1\n")
        let missing = try await run(Self.kernelGuest, environment: ["TENSOR_WASM_DEVICE": "cuda"])
        #expect(missing.status == 1)
        #expect(missing.console.errors.contains("no_device"))
        let malformed = try await run(Self.kernelGuest, environment: ["TENSOR_WASM_DEVICE": "abacus"])
        #expect(malformed.status == 2)
    }

    @Test("is not disturbed by settings that only a server needs")
    func serverSettings() async throws {
        let environment = [
            "TENSOR_WASM_API_TOKENS": "no:scope:at:all", "TENSOR_WASM_API_SNAPSHOT_HMAC_KEY": "x",
            "TENSOR_WASM_LIMIT_BODY_BYTES": "many",
        ]
        #expect(try await run(Self.kernelGuest, environment: environment).console.output == "42\n")
    }

    @Test("measures a guest that launches kernels")
    func bench() async throws {
        let file = try TemporaryFile(Self.kernelGuest)
        let recorded = RecordedConsole()
        #expect(await recorded.run("bench", file.path, "--iterations", "5", "--warmup", "1") == 0)
    }

    @Test("ends with status 4 and tells the code when the guest exits with one")
    func exit() async throws {
        let run = try await run(Self.copy, "--export", "leave")
        #expect(run.status == 4)
        #expect(run.console.errors.contains("exit code: 7"))
    }
}
