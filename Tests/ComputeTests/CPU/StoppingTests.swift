import Compute
import Dispatch
import Glibc
import Synchronization
import Testing

/// Kernels that do not end by themselves.
struct StoppingTests {
    private func start(
        _ ptx: [UInt8], on device: CPUDevice, deadline: UInt64 = .max, tenant: UInt64 = 0, blocks: Int = 1
    ) throws -> (launch: any StartedLaunch, ended: DispatchSemaphore, failure: Failure) {
        let kernel = try device.load(ptx: ptx, entry: "k")
        let (ended, failure) = (DispatchSemaphore(value: 0), Failure())
        let launch = device.start(
            Launch(
                kernel: kernel, grid: Dimensions(blocks), block: Dimensions(64), arguments: [], tenant: tenant,
                deadline: deadline)
        ) { outcome in
            failure.set(outcome.failure)
            ended.signal()
        }
        return (launch, ended, failure)
    }

    private final class Failure: Sendable {
        private let value = Mutex<ComputeError?>(nil)
        func set(_ error: ComputeError?) { value.withLock { $0 = error } }
        var message: String? { value.withLock { $0?.message } }
    }

    @Test func `an endless kernel is stopped from outside and says so`() throws {
        let device = CPUDevice(threads: 2)
        defer { device.shutDown() }
        let (launch, ended, failure) = try start(KernelText.endless, on: device)
        launch.stop(.cancelled)
        ended.wait()
        #expect(failure.message == "kernel k was cancelled")
    }

    @Test func `an endless kernel is stopped at its deadline`() throws {
        let device = CPUDevice(threads: 1)
        defer { device.shutDown() }
        var now = timespec()
        clock_gettime(CLOCK_MONOTONIC, &now)
        let deadline = UInt64(now.tv_sec) * 1_000_000_000 + UInt64(now.tv_nsec) + 20_000_000
        let (_, ended, failure) = try start(KernelText.endless, on: device, deadline: deadline, blocks: 8)
        ended.wait()
        #expect(failure.message == "kernel k was stopped at the call's deadline")
    }

    @Test func `threads survive endless kernels, and others get their turn beside them`() throws {
        let device = CPUDevice(threads: 1)
        defer { device.shutDown() }
        let endless = try (0..<4).map { try start(KernelText.endless, on: device, tenant: UInt64($0)) }
        let long = KernelText.kernel(
            """
                mov.u32 %r0, 0;
            LOOP:
                add.u32 %r0, %r0, 1;
                setp.lt.u32 %p0, %r0, 100000;
                @%p0 bra LOOP;
                ret;
            """)
        let (_, ended, failure) = try start(long, on: device, tenant: 9)
        ended.wait()
        #expect(failure.message == nil)
        for (launch, ended, _) in endless {
            launch.stop(.cancelled)
            ended.wait()
        }
        let (_, again, none) = try start(long, on: device)
        again.wait()
        #expect(none.message == nil)
    }

    @Test func `shutting down completes every launch`() throws {
        let device = CPUDevice(threads: 2)
        let endless = try (0..<8).map { try start(KernelText.endless, on: device, tenant: UInt64($0 % 3)) }
        device.shutDown()
        for (_, ended, failure) in endless {
            ended.wait()
            #expect(failure.message == "kernel k was cancelled")
        }
    }

    @Test func `a launch that ends is completed once, however often it is stopped`() throws {
        let device = CPUDevice(threads: 2)
        defer { device.shutDown() }
        let kernel = try device.load(ptx: KernelText.kernel("    ret;"), entry: "k")
        let count = Atomic<Int>(0)
        for _ in 0..<200 {
            let ended = DispatchSemaphore(value: 0)
            let launch = device.start(
                Launch(kernel: kernel, grid: Dimensions(64), block: Dimensions(32), arguments: [])
            ) { _ in
                count.add(1, ordering: .relaxed)
                ended.signal()
            }
            launch.stop(.cancelled)
            launch.stop(.deadline)
            ended.wait()
        }
        #expect(count.load(ordering: .relaxed) == 200)
    }
}
