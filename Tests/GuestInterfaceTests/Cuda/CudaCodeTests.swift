import Compute
import Testing
import WasmEngine

@testable import GuestInterface

/// One call of a guest that must be refused, with its code and a piece of its message.
struct Refusal: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let body: String
    let code: Int32
    let words: String
    var isWide = false
    var arguments: [UInt8] = []
    var kernel = "stamp u64"

    init(
        _ name: String, _ code: Int32, _ words: String, _ body: String, isWide: Bool = false, arguments: [UInt8] = [],
        kernel: String = "stamp u64"
    ) {
        testDescription = name
        self.body = body
        self.code = code
        self.words = words
        self.isWide = isWide
        self.arguments = arguments
        self.kernel = kernel
    }

    /// A launch with that argument list.
    static func launch(
        _ name: String, _ code: Int32, _ words: String, arguments: [UInt8], kernel: String = "stamp u64"
    ) -> Refusal {
        Refusal(
            name, code, words, CudaGuest.launch(argumentBytes: arguments.count), arguments: arguments, kernel: kernel)
    }
}

/// Every code of the interface, reached by a guest.
@Suite struct CudaCodeTests {
    private static let one = Record.s64(1)

    static let refusals: [Refusal] = [
        Refusal(
            "PTX outside the memory", -2, "the PTX: 100 bytes at 65500",
            "(call $load (i32.const 65500) (i32.const 100) (i32.const 0) (i32.const 1))", isWide: true),
        Refusal(
            "PTX whose end overflows 32 bits", -2, "the PTX: 4294967295 bytes at 4294967295",
            "(call $load (i32.const -1) (i32.const -1) (i32.const 0) (i32.const 1))", isWide: true),
        Refusal(
            "entry outside the memory", -2, "the entry's name: 9 bytes at 65530",
            "(call $load (i32.const 0) (i32.const 1) (i32.const 65530) (i32.const 9))", isWide: true),
        Refusal(
            "PTX of more than 8 MiB", -6, "8388609 bytes",
            "(drop (memory.grow (i32.const 200))) (call $load (i32.const 0) (i32.const 8388609) (i32.const 0) (i32.const 1))",
            isWide: true),
        Refusal(
            "entry of more than 256 bytes", -3, "257 bytes",
            "(call $load (i32.const 0) (i32.const 1) (i32.const 0) (i32.const 257))", isWide: true),
        Refusal(
            "entry that is not UTF-8", -3, "not UTF-8",
            "(i32.store8 (i32.const 900) (i32.const 0xFF)) (call $load (i32.const 0) (i32.const 1) (i32.const 900) (i32.const 1))",
            isWide: true),
        Refusal(
            "text that is not PTX", -4, "1:1: this is not PTX",
            "(call $load (i32.const 512) (i32.const 3) (i32.const \(CudaGuest.entry)) (i32.const 1))", isWide: true),
        Refusal(
            "entry that the text lacks", -3, "no entry stamp",
            "(call $load (i32.const \(CudaGuest.text)) (i32.const 9) (i32.const \(CudaGuest.text)) (i32.const 5))",
            isWide: true),
        Refusal(
            "kernel that was never given out", -3, "no kernel has the id 7",
            CudaGuest.launch(kernel: "(i64.const 7)")),
        Refusal(
            "negative kernel", -3, "no kernel has the id -1", CudaGuest.launch(kernel: "(i64.const -1)")),
        Refusal(
            "argument list outside the memory", -2, "the arguments: 8 bytes at 65530",
            CudaGuest.launch(argumentBytes: 8, at: 65_530)),
        Refusal(
            "argument list outside the memory and over the limit", -2, "the arguments",
            CudaGuest.launch(argumentBytes: 4_097, at: 65_530)),
        .launch(
            "129 arguments", -10, "at most 128", arguments: (0..<129).flatMap { _ in Record.u32(0) }),
        Refusal(
            "4097 bytes of arguments", -10, "4097 bytes", CudaGuest.launch(argumentBytes: 4_097),
            arguments: [99]),
        .launch("unknown tag", -9, "argument 1 has the unknown tag 9", arguments: one + [9, 0, 0, 0, 0]),
        .launch("record cut short", -9, "argument 0 ends after 7 of the 8", arguments: Array(one.dropLast())),
        .launch(
            "unknown tag behind a bad window", -9, "argument 1", arguments: Record.window(65_530, 100) + [0]),
        .launch(
            "window outside the memory", -2, "argument 1, a window: 100 bytes at 65530",
            arguments: one + Record.window(65_530, 100)),
        .launch(
            "window whose end overflows 32 bits", -2, "argument 0, a window",
            arguments: Record.window(.max, .max)),
        .launch(
            "window outside the memory behind an unknown buffer", -2, "argument 1",
            arguments: Record.buffer(9, 0) + Record.window(65_530, 100)),
        .launch(
            "buffer that does not exist", -11, "argument 0: no device buffer has the handle 9",
            arguments: Record.buffer(9, 0)),
        .launch(
            "handle beyond 63 bits", -11, "no device buffer has the handle 18446744073709551615",
            arguments: Record.buffer(.max, 0)),
        .launch("too few arguments", -9, "takes 1 arguments, 0 were given", arguments: []),
        .launch("too many arguments", -9, "takes 1 arguments, 2 were given", arguments: one + one),
        .launch("argument of another size", -9, "argument 0 has 4 bytes", arguments: Record.u32(1)),
        Refusal(
            "empty grid", -8, "the grid's y is 0", CudaGuest.launch(grid: "1 0 1", argumentBytes: 9), arguments: one),
        Refusal(
            "grid of 2³¹ blocks in x", -8, "the grid's x is 2147483648",
            CudaGuest.launch(grid: "0x80000000 1 1", argumentBytes: 9), arguments: one),
        Refusal(
            "block of 1025 threads", -8, "the block's z is 1025",
            CudaGuest.launch(block: "1 1 1025", argumentBytes: 9), arguments: one),
        Refusal(
            "block of 32 x 33 threads", -8, "the block has 1056 threads",
            CudaGuest.launch(block: "32 33 1", argumentBytes: 9), arguments: one),
        Refusal(
            "block beyond the kernel's own bound", -8, "the kernel allows 256",
            CudaGuest.launch(block: "512 1 1", argumentBytes: 9), arguments: one),
        Refusal(
            "too much shared memory", -8, "shared bytes", CudaGuest.launch(shared: 232_449, argumentBytes: 9),
            arguments: one),
        Refusal(
            "negative shared memory, which is unsigned", -8, "shared bytes",
            CudaGuest.launch(shared: -1, argumentBytes: 9), arguments: one),
        Refusal("empty buffer", -9, "at least 1 byte", "(call $alloc (i64.const 0))", isWide: true),
        Refusal("negative buffer", -9, "not -1", "(call $alloc (i64.const -1))", isWide: true),
        Refusal(
            "buffer beyond the quota", -6, "", "(call $alloc (i64.const 0x7FFFFFFFFFFFFFFF))", isWide: true),
        Refusal("buffer that was never made", -11, "", "(call $free (i64.const 3))"),
        Refusal(
            "buffer that was freed", -11, "",
            "(local.set $handle (call $alloc (i64.const 8))) (drop (call $free (local.get $handle))) (call $free (local.get $handle))"
        ),
        Refusal(
            "copy into no buffer", -11, "no device buffer has the handle 3",
            "(call $h2d (i64.const 3) (i64.const 0) (i32.const 0) (i32.const 0))"),
        Refusal(
            "copy from outside the memory", -2, "the guest's side of the copy",
            "(call $h2d (i64.const 3) (i64.const 0) (i32.const 65530) (i32.const 9))"),
        Refusal(
            "copy to outside the memory", -2, "the guest's side of the copy",
            "(call $d2h (i64.const 3) (i64.const 0) (i32.const -1) (i32.const 2))"),
        Refusal(
            "copy beyond the buffer's end", -11, "9 bytes from byte 0 lie outside",
            "(local.set $handle (call $alloc (i64.const 8))) (call $h2d (local.get $handle) (i64.const 0) (i32.const 0) (i32.const 9))"
        ),
        Refusal(
            "copy from before the buffer's start", -11, "1 bytes from byte -1 lie outside",
            "(local.set $handle (call $alloc (i64.const 8))) (call $d2h (local.get $handle) (i64.const -1) (i32.const 0) (i32.const 1))"
        ),
        Refusal(
            "copy whose end overflows", -11, "lie outside",
            "(local.set $handle (call $alloc (i64.const 8))) (call $d2h (local.get $handle) (i64.const 0x7FFFFFFFFFFFFFFF) (i32.const 0) (i32.const 1))"
        ),
        Refusal("attribute that does not exist", -9, "no attribute 6", "(call $attribute (i32.const 6))", isWide: true),
        Refusal(
            "kernel that fails", -5, "line 7: the kernel failed",
            "(drop \(CudaGuest.launch())) (call $sync)", kernel: "fail"),
    ]

    @Test(arguments: refusals)
    func `a refusal has its code and says why`(_ refusal: Refusal) throws {
        let harness = try CudaHarness(GatedDevice())
        var guest = CudaGuest.withKernel(
            refusal.kernel, entry: "k", arguments: refusal.arguments, results: refusal.isWide ? "i64" : "i32",
            locals: "(local $code \(refusal.isWide ? "i64" : "i32"))",
            "(local.set $code (block (result \(refusal.isWide ? "i64" : "i32")) \(refusal.body))) (call $complain) (local.get $code)"
        )
        guest.data.append((512, Array("???".utf8)))
        let (result, output) = try harness.run(guest)
        #expect(result == .success([refusal.isWide ? .i64(Int64(refusal.code)) : .i32(refusal.code)]))
        #expect(!output.isEmpty)
        #expect(output.contains(refusal.words) || refusal.words.isEmpty, "\(output)")
    }

    @Test func `the table of refusals has every code but those of a missing device and of a fault of the host`() {
        let reached = Set(Self.refusals.map(\.code))
        #expect(Set(CudaCode.allCases.map(\.rawValue)).subtracting(reached) == [-1, -7])
    }

    @Test(arguments: [true, false])
    func `without a device every function answers that none is available`(_ hasSession: Bool) throws {
        let guest = CudaGuest(
            results: "i64 i32 i32 i64 i32 i32 i32 i64",
            body: """
                (call $load (i32.const -1) (i32.const -1) (i32.const -1) (i32.const -1))
                \(CudaGuest.launch(argumentBytes: 5_000)) (call $sync) (call $alloc (i64.const -1))
                (call $free (i64.const 0)) (call $h2d (i64.const 0) (i64.const 0) (i32.const -1) (i32.const -1))
                (call $d2h (i64.const 0) (i64.const 0) (i32.const -1) (i32.const -1)) (call $attribute (i32.const 0))
                """)
        let (result, _) = try CudaHarness(nil).run(guest, hasSession: hasSession)
        let (narrow, wide) = (Value.i32(-1), Value.i64(-1))
        #expect(result == .success([wide, narrow, narrow, wide, narrow, narrow, narrow, wide]))
    }

    @Test func `a device that is switched off says so in its message`() throws {
        let guest = CudaGuest(results: "i32 i32", body: "(call $length) (call $sync) (call $complain)")
        let (result, output) = try CudaHarness(nil).run(guest)
        #expect(result == .success([.i32(0), .i32(-1)]))
        #expect(output.contains("switched off"))
    }

    @Test func `a fault of the host has the code that is left`() {
        #expect(CudaCode(ComputeError.Code.internal) == .internal)
        #expect(CudaCode.internal.rawValue == -7)
    }

    @Test func `a guest without an exported memory gets the code of a bad pointer`() throws {
        let harness = try CudaHarness(GatedDevice())
        let text = """
            (module
              (import "wasi:cuda/host@0.2.0" "wasi_cuda_load_ptx" (func $load (param i32 i32 i32 i32) (result i64)))
              (func (export "run") (result i64)
                (call $load (i32.const 0) (i32.const 0) (i32.const 0) (i32.const 0))))
            """
        let module = try Module.compile(ModuleFormat.binary(fromText: Array(text.utf8)), engine: harness.engine)
        let call = try harness.invocation(harness.linker.template(for: module))
        finish(call)
        #expect(call.outcome == .success([.i64(-2)]))
    }

    @Test(arguments: ["wasi:cuda/host@0.2.0", "wasi:cuda/host@0.1.0"])
    func `both names of the interface are the same`(_ module: String) throws {
        let harness = try CudaHarness(GatedDevice())
        var guest = CudaGuest.withKernel(
            "stamp u64", entry: "k", arguments: Record.s64(5), results: "i64 i32 i32",
            "(local.get $kernel) \(CudaGuest.launch(argumentBytes: 9)) (call $sync)")
        guest.module = module
        #expect(try harness.run(guest).result == .success([.i64(0), .i32(0), .i32(0)]))
        #expect(GuestInterface.usesKernels(try harness.template(guest).module))
    }
}
