import Compute
import Testing
import WasmEngine

@testable import GuestInterface

@Suite struct CudaBufferTests {
    @Test func `bytes go into a buffer and come back`() throws {
        let guest = CudaGuest(
            results: "i32 i32 i64 i32",
            body: """
                (i64.store (i32.const 64) (i64.const 0x1122334455667788))
                (local.set $handle (call $alloc (i64.const 100)))
                (call $h2d (local.get $handle) (i64.const 92) (i32.const 64) (i32.const 8))
                (call $d2h (local.get $handle) (i64.const 92) (i32.const 128) (i32.const 8))
                (i64.load (i32.const 128))
                (call $free (local.get $handle))
                """)
        let harness = try CudaHarness(GatedDevice())
        let result = try harness.run(guest).result
        #expect(result == .success([.i32(0), .i32(0), .i64(0x1122_3344_5566_7788), .i32(0)]))
    }

    @Test func `a buffer is zero at first`() throws {
        let guest = CudaGuest(
            results: "i32 i64",
            body: """
                (i64.store (i32.const 128) (i64.const -1))
                (call $d2h (call $alloc (i64.const 8)) (i64.const 0) (i32.const 128) (i32.const 8))
                (i64.load (i32.const 128))
                """)
        #expect(try CudaHarness(GatedDevice()).run(guest).result == .success([.i32(0), .i64(0)]))
    }

    @Test func `a copy waits for the launches before it, and leaves their failure to sync`() throws {
        let device = GatedDevice(isOpen: false)
        let harness = try CudaHarness(device)
        let guest = CudaGuest.withKernel(
            "fail", entry: "k", results: "i32 i32",
            """
            (local.set $handle (call $alloc (i64.const 8)))
            (drop \(CudaGuest.launch()))
            (call $h2d (local.get $handle) (i64.const 0) (i32.const 0) (i32.const 8)) (call $sync)
            """)
        let call = try harness.invocation(harness.template(guest))
        var progress = call.poll()
        while device.started == 0 || progress != .waiting { progress = call.poll() }
        #expect(call.poll() == .waiting)
        device.open()
        finish(call)
        #expect(call.outcome == .success([.i32(0), .i32(-5)]))
    }

    @Test func `a buffer's end may be passed to a kernel, a byte behind it not`() throws {
        func guest(_ offset: UInt64) -> CudaGuest {
            .withKernel(
                "stamp u64", entry: "k", arguments: Record.buffer(0, offset), results: "i32",
                """
                (local.set $handle (call $alloc (i64.const 8)))
                (i64.store (i32.const \(CudaGuest.arguments + 1)) (local.get $handle))
                \(CudaGuest.launch(argumentBytes: 17))
                """)
        }
        #expect(try CudaHarness(GatedDevice()).run(guest(8)).result == .success([.i32(0)]))
        #expect(try CudaHarness(GatedDevice()).run(guest(9)).result == .success([.i32(-11)]))
    }

    @Test func `device memory is bounded, charged and given back with the instance`() throws {
        var limits = ComputeLimits()
        limits.deviceMemoryBytes = 1_000
        let harness = try CudaHarness(GatedDevice(), limits: limits)
        let guest = CudaGuest(
            results: "i32 i32 i32",
            body: """
                (local.set $handle (call $alloc (i64.const 600)))
                (i32.wrap_i64 (call $alloc (i64.const 600)))
                (call $free (local.get $handle))
                (i64.lt_s (i64.const 0) (call $alloc (i64.const 1000)))
                """)
        #expect(try harness.run(guest).result == .success([.i32(-6), .i32(0), .i32(1)]))
        #expect(harness.observer.memory == 0)
        #expect(harness.service.deviceMemory(of: 1) == 0)
    }
}
