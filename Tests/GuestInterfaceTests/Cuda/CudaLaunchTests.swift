import Compute
import Testing
import WasmEngine

@testable import GuestInterface

@Suite struct CudaLaunchTests {
    @Test func `kernels of one instance run in the order of their launches`() throws {
        let device = GatedDevice()
        // The argument list's value is counted up between the launches.
        let guest = CudaGuest.withKernel(
            "stamp u64", entry: "k", arguments: Record.s64(0), locals: "(local $i i64)",
            """
            (loop $again
              (i64.store (i32.const \(CudaGuest.arguments + 1)) (local.get $i))
              (drop \(CudaGuest.launch(argumentBytes: 9)))
              (local.set $i (i64.add (local.get $i) (i64.const 1)))
              (br_if $again (i64.lt_u (local.get $i) (i64.const 500))))
            (call $sync)
            """)
        let harness = try CudaHarness(device)
        #expect(try harness.run(guest).result == .success([.i32(0)]))
        #expect(device.stamps == Array(0..<500))
        #expect(harness.observer.launches == 500)
    }

    @Test func `launch returns before the kernel has run, and sync after it`() throws {
        let device = GatedDevice(isOpen: false)
        let harness = try CudaHarness(device)
        let guest = CudaGuest.withKernel(
            "mark u64", entry: "k", arguments: Record.window(UInt32(CudaGuest.window), 4), results: "i32 i32 i32 i32",
            """
            \(CudaGuest.launch(argumentBytes: 9)) (i32.load8_u (i32.const \(CudaGuest.window)))
            (call $sync) (i32.load8_u (i32.const \(CudaGuest.window)))
            """)
        let call = try harness.invocation(harness.template(guest))
        var progress = call.poll()
        while device.started == 0 || progress != .waiting { progress = call.poll() }
        #expect(device.stamps.isEmpty)
        device.open()
        finish(call)
        #expect(call.outcome == .success([.i32(0), .i32(0), .i32(0), .i32(77)]))
    }

    @Test func `one launch too many waits for a place and is not lost`() throws {
        let device = GatedDevice(isOpen: false)
        var limits = ComputeLimits()
        limits.outstandingLaunches = 2
        let harness = try CudaHarness(device, limits: limits)
        let launch = CudaGuest.launch(argumentBytes: 9)
        let guest = CudaGuest.withKernel(
            "stamp u64", entry: "k", arguments: Record.s64(4), results: "i32 i32 i32 i32",
            "\(launch) \(launch) \(launch) (call $sync)")
        let call = try harness.invocation(harness.template(guest))
        var progress = call.poll()
        while device.started == 0 || progress != .waiting { progress = call.poll() }
        device.open()
        finish(call)
        #expect(call.outcome == .success([.i32(0), .i32(0), .i32(0), .i32(0)]))
        #expect(device.stamps == [4, 4, 4])
    }

    @Test func `sync tells the first failure once, and later launches ran all the same`() throws {
        let guest = CudaGuest.withKernel(
            "fail", entry: "k", results: "i32 i32 i32 i32",
            "\(CudaGuest.launch()) \(CudaGuest.launch()) (call $sync) (call $sync)")
        let harness = try CudaHarness(GatedDevice())
        #expect(try harness.run(guest).result == .success([.i32(0), .i32(0), .i32(-5), .i32(0)]))
        #expect(harness.observer.launches == 2)
    }

    @Test func `a launch close to the deadline is refused`() throws {
        let guest = CudaGuest.withKernel(
            "stamp u64", entry: "k", arguments: Record.s64(0), results: "i64 i32",
            "(local.get $kernel) \(CudaGuest.launch(argumentBytes: 9))")
        var limits = ComputeLimits()
        limits.deadlineMargin = 60_000_000_000
        let (result, _) = try CudaHarness(GatedDevice(), limits: limits).run(guest)
        #expect(result == .success([.i64(0), .i32(-5)]))
    }

    @Test func `what kernels print is on the guest's standard output after sync, before what it writes itself`() throws
    {
        let guest = CudaGuest.withKernel(
            "print", entry: "k", results: "i32",
            "(drop \(CudaGuest.launch())) (drop (call $sync)) (drop (call $free (i64.const 9))) (call $complain) (i32.const 0)"
        )
        let output = try CudaHarness(GatedDevice()).run(guest).output
        #expect(output.hasPrefix("kernel says hello\n"))
        #expect(output.utf8.count > "kernel says hello\n".utf8.count)
    }

    @Test func `a kernel loaded twice has two ids and is prepared once`() throws {
        let load = CudaGuest.load(textBytes: 9, entryBytes: 1)
        let guest = CudaGuest.withKernel(
            "stamp u64", entry: "k", results: "i64 i64", "(local.get $kernel) \(load)")
        let harness = try CudaHarness(GatedDevice())
        #expect(try harness.run(guest).result == .success([.i64(0), .i64(1)]))
        #expect(harness.observer.prepared == 1 && harness.observer.hits == 1)
    }

    @Test func `more kernels than an instance may have are refused`() throws {
        var limits = ComputeLimits()
        limits.kernels = 2
        let load = CudaGuest.load(textBytes: 9, entryBytes: 1)
        let guest = CudaGuest.withKernel(
            "stamp u64", entry: "k", results: "i64 i64 i64", "(local.get $kernel) \(load) \(load)")
        let result = try CudaHarness(GatedDevice(), limits: limits).run(guest).result
        #expect(result == .success([.i64(0), .i64(1), .i64(-6)]))
    }
}
