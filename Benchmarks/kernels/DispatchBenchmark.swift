import Compute
import Dispatch
import Synchronization

/// What the runtime adds to a launch: an empty kernel, launched one after the other or by many instances at once.
enum DispatchBenchmark {
    private static let counts = [1, 10, 100, 1_000]
    private static let concurrentLaunches = 64
    /// Launches measured for each benchmark at least, so that there are percentiles to speak of.
    private static let samples = 2_000

    static var all: [Benchmark] {
        counts.map { count in
            Benchmark(name: "dispatch/serial/\(count)") { try measure(count: count, instances: 1, permits: 256) }
        }
            + counts.map { count in
                Benchmark(name: "dispatch/concurrent_cap64/\(count)") {
                    try measure(
                        count: count, instances: min(count, concurrentLaunches), permits: concurrentLaunches)
                }
            }
    }

    /// `count` launches, shared between that many instances, repeated until there are enough of them.
    private static func measure(count: Int, instances: Int, permits: Int) throws -> [Double] {
        var limits = ComputeLimits()
        limits.permits = permits
        let observer = Overheads()
        let device = CPUDevice(threads: 1)
        let service = ComputeService(device: device, limits: limits, digest: { _ in [] }, observer: observer)
        defer { service.shutDown() }
        let kernel = try device.load(ptx: empty, entry: "k")
        for _ in 0..<(samples + count - 1) / count {
            let sessions = (0..<instances).map { _ in service.makeSession(tenant: 0, deadline: .max) }
            DispatchQueue.concurrentPerform(iterations: instances) { index in
                for _ in 0..<count / instances { launch(kernel, in: sessions[index]) }
            }
            for session in sessions {
                let ended = DispatchSemaphore(value: 0)
                if !session.end(.cancelled, then: { ended.signal() }) { ended.wait() }
            }
        }
        return observer.microseconds
    }

    private static func launch(_ kernel: any Kernel, in session: ComputeSession) {
        let ended = DispatchSemaphore(value: 0)
        // Accepted at once: an instance waits for each launch before the next.
        _ = try? session.launch(
            kernel: kernel, grid: Dimensions(1), block: Dimensions(32), sharedBytes: 0, arguments: [], memory: nil,
            whenAccepted: {})
        if !session.whenIdle({ ended.signal() }) { ended.wait() }
    }

    private static let empty = Array(
        """
        .version 8.0
        .target sm_80
        .address_size 64
        .visible .entry k()
        {
            ret;
        }
        """.utf8)

    /// Keeps the runtime's share of every launch.
    private final class Overheads: ComputeObserver {
        private let nanoseconds = Mutex<[UInt64]>([])
        var microseconds: [Double] { nanoseconds.withLock { $0.map { Double($0) / 1_000 } } }

        func launchEnded(_ record: LaunchRecord) { nanoseconds.withLock { $0.append(record.overheadNanoseconds) } }
        func permitsChanged(used: Int, available: Int) {}
        func deviceMemoryChanged(tenant: UInt64, by bytes: Int) {}
        func kernelCacheHit() {}
        func kernelPrepared(nanoseconds: UInt64) {}
    }
}
