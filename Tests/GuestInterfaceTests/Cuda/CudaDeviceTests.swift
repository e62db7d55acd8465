import Compute
import Testing
import WasmEngine

@testable import GuestInterface

/// Guests and real kernels on the CPU device.
@Suite(.timeLimit(.minutes(1)))
struct CudaDeviceTests {
    /// `fill` writes each thread's number; `scale` multiplies the words of a buffer; `spin` never ends; `wild` writes
    /// behind its window; `wait` needs what another block writes.
    private static let text = """
        .version 8.0
        .target sm_80
        .address_size 64

        .visible .entry fill(.param .u64 words, .param .u32 count)
        {
            .reg .pred %p<2>;
            .reg .b32 %r<6>;
            .reg .b64 %rd<4>;
            ld.param.u64 %rd1, [words];
            ld.param.u32 %r1, [count];
            mov.u32 %r2, %ctaid.x;
            mov.u32 %r3, %ntid.x;
            mov.u32 %r4, %tid.x;
            mad.lo.s32 %r5, %r2, %r3, %r4;
            setp.ge.u32 %p1, %r5, %r1;
            @%p1 bra DONE;
            cvta.to.global.u64 %rd2, %rd1;
            mul.wide.u32 %rd3, %r5, 4;
            add.s64 %rd2, %rd2, %rd3;
            st.global.u32 [%rd2], %r5;
        DONE:
            ret;
        }

        .visible .entry double(.param .u64 words)
        {
            .reg .b32 %r<3>;
            .reg .b64 %rd<4>;
            ld.param.u64 %rd1, [words];
            mov.u32 %r1, %tid.x;
            mul.wide.u32 %rd2, %r1, 4;
            add.s64 %rd3, %rd1, %rd2;
            ld.global.u32 %r2, [%rd3];
            add.u32 %r2, %r2, %r2;
            st.global.u32 [%rd3], %r2;
            ret;
        }

        .visible .entry spin()
        {
        LOOP:
            bra LOOP;
        }

        .visible .entry tensor()
        {
            .reg .b32 %r<9>;
            .reg .f32 %f<9>;
            mma.sync.aligned.m16n8k8.row.col.f32.f16.f16.f32 {%f0, %f1, %f2, %f3}, {%r0, %r1}, {%r2}, {%f4, %f5, %f6, %f7};
            ret;
        }
        """

    private func withDevice<Result>(instances: Int = 4, _ body: (CudaHarness) throws -> Result) throws -> Result {
        let harness = try CudaHarness(CPUDevice(threads: 2), instances: instances)
        defer { harness.service.shutDown() }
        return try body(harness)
    }

    @Test func `a kernel reads and writes the guest's memory through its window`() throws {
        // 1000 threads in blocks of 128 fill 1000 words; the first, the last and the word behind it are looked at.
        let list = Record.window(UInt32(CudaGuest.window), 4_000) + Record.u32(1_000)
        let guest = CudaGuest.withKernel(
            Self.text, entry: "fill", arguments: list, results: "i32 i32 i32 i32 i32",
            """
            (i32.store (i32.const \(CudaGuest.window + 4_000)) (i32.const 123456))
            \(CudaGuest.launch(grid: "8 1 1", block: "128 1 1", argumentBytes: list.count)) (call $sync)
            (i32.load (i32.const \(CudaGuest.window + 4)))
            (i32.load (i32.const \(CudaGuest.window + 3_996)))
            (i32.load (i32.const \(CudaGuest.window + 4_000)))
            """)
        let result = try withDevice { try $0.run(guest).result }
        #expect(result == .success([.i32(0), .i32(0), .i32(1), .i32(999), .i32(123_456)]))
    }

    @Test func `a write behind the window fails the launch, names the place and writes nothing outside`() throws {
        let list = Record.window(UInt32(CudaGuest.window), 400) + Record.u32(1_000)
        let guest = CudaGuest.withKernel(
            Self.text, entry: "fill", arguments: list, results: "i32 i32 i32",
            """
            \(CudaGuest.launch(grid: "8 1 1", block: "128 1 1", argumentBytes: list.count)) (call $sync)
            (call $complain)
            (i32.load (i32.const \(CudaGuest.window + 400)))
            """)
        let (result, output) = try withDevice { try $0.run(guest) }
        #expect(result == .success([.i32(0), .i32(-5), .i32(0)]))
        #expect(output.contains("st.global.u32"), "\(output)")
        #expect(output.contains("line 21"), "\(output)")
    }

    @Test func `a buffer keeps its content between launches`() throws {
        let list = Record.buffer(0, 0)
        let launch = CudaGuest.launch(block: "4 1 1", argumentBytes: list.count)
        let guest = CudaGuest.withKernel(
            Self.text, entry: "double", arguments: list, results: "i32 i32 i32 i32 i64",
            """
            (local.set $handle (call $alloc (i64.const 16)))
            (i64.store (i32.const \(CudaGuest.arguments + 1)) (local.get $handle))
            (i64.store (i32.const 64) (i64.const 0x0000000500000003))
            (call $h2d (local.get $handle) (i64.const 8) (i32.const 64) (i32.const 8))
            \(launch) \(launch)
            (call $d2h (local.get $handle) (i64.const 8) (i32.const 64) (i32.const 8))
            (i64.load (i32.const 64))
            """)
        let result = try withDevice { try $0.run(guest).result }
        #expect(result == .success([.i32(0), .i32(0), .i32(0), .i32(0), .i64(0x0000_0014_0000_000C)]))
    }

    @Test func `a kernel without an end is stopped at the deadline, and the device serves others`() throws {
        try withDevice(instances: 1) { (harness: CudaHarness) throws in
            let endless = CudaGuest.withKernel(
                Self.text, entry: "spin", "(drop \(CudaGuest.launch(grid: "64 1 1", block: "32 1 1"))) (call $sync)")
            #expect(try harness.run(endless, milliseconds: 1_000).result == .failure(.deadlineExceeded))
            let list = Record.window(UInt32(CudaGuest.window), 400) + Record.u32(100)
            let short = CudaGuest.withKernel(
                Self.text, entry: "fill", arguments: list,
                "(drop \(CudaGuest.launch(block: "128 1 1", argumentBytes: list.count))) (call $sync)")
            #expect(try harness.run(short).result == .success([.i32(0)]))
        }
    }

    @Test func `a guest that returns stops its endless kernel and ends`() throws {
        let guest = CudaGuest.withKernel(Self.text, entry: "spin", CudaGuest.launch(grid: "64 1 1"))
        let result = try withDevice { try $0.run(guest).result }
        #expect(result == .success([.i32(0)]))
    }

    @Test func `a call that is cancelled stops its endless kernel and ends`() throws {
        try withDevice { harness in
            let guest = CudaGuest.withKernel(
                Self.text, entry: "spin", "(drop \(CudaGuest.launch(grid: "64 1 1"))) (call $sync)")
            let call = try harness.invocation(harness.template(guest))
            while call.poll() != .waiting {}
            call.cancel()
            finish(call)
            #expect(call.outcome == .failure(.cancelled))
        }
    }

    @Test(
        arguments: [
            ("tensor", "mma.sync", -4), ("absent", "absent", -3),
        ] as [(String, String, Int64)])
    func `a kernel that the device cannot run is refused when it is loaded`(
        _ entry: String, _ words: String, _ code: Int64
    ) throws {
        let guest = CudaGuest.withKernel(
            Self.text, entry: entry, results: "i64", "(call $complain) (local.get $kernel)")
        let (result, output) = try withDevice { try $0.run(guest) }
        #expect(result == .success([.i64(code)]))
        #expect(output.contains(words), "\(output)")
    }

    @Test func `faults of a text come with line and column`() throws {
        let text = ".version 8.0\n.target sm_80\n.address_size 64\n.entry a() {\n  add.q32 %r1;\n}\n"
        let guest = CudaGuest.withKernel(
            text, entry: "a", results: "i64", "(call $complain) (local.get $kernel)")
        let (result, output) = try withDevice { try $0.run(guest) }
        #expect(result == .success([.i64(-4)]))
        #expect(output.contains("5:3: "), "\(output)")
    }
}
