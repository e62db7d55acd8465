import Compute
import Dispatch
import Foundation
import Synchronization

/// The fixture kernels, at the sizes that their counterparts for other implementations use.
enum KernelBenchmark {
    private static let repetitions = 7
    private static let elements = 4_194_304
    private static let side = 512

    static var all: [Benchmark] {
        [
            make("vector_add") {
                try [$0.floats(elements), $0.floats(elements), $0.floats(elements), .count(elements)]
            },
            make("saxpy") { try [.count(elements), .float(2), $0.floats(elements), $0.floats(elements)] },
            make("softmax", entry: "softmax_row", grid: Dimensions(1_024), block: Dimensions(256), shared: 1_024) {
                try [$0.floats(1 << 20), $0.floats(1 << 20), .count(1_024)]
            },
            make("sgemm_tiled", grid: Dimensions(side / 16, side / 16), block: Dimensions(16, 16)) {
                try [$0.floats(side * side), $0.floats(side * side), $0.floats(side * side)]
                    + [Argument](repeating: .count(side), count: 3)
            },
            make("mandelbrot", grid: Dimensions(side / 16, side / 16), block: Dimensions(16, 16)) {
                try [
                    $0.floats(side * side), .count(side), .count(side), .float(-2), .float(-1.5),
                    .float(3 / Float(side)), .float(3 / Float(side)), .count(256),
                ]
            },
            make("histogram", grid: Dimensions(64), block: Dimensions(256)) {
                try [$0.bytes(elements), $0.bytes(1_024), .count(elements)]
            },
        ]
    }

    private typealias Argument = Launch.Argument

    private static func make(
        _ name: String, entry: String? = nil, grid: Dimensions = Dimensions(elements / 256),
        block: Dimensions = Dimensions(256), shared: Int = 0, _ arguments: @escaping (Memory) throws -> [Argument]
    ) -> Benchmark {
        Benchmark(name: "kernel/\(name)") {
            let device = CPUDevice(threads: 1)
            defer { device.shutDown() }
            let kernel = try device.load(ptx: try Fixture.text(name), entry: entry ?? name)
            let launch = Launch(
                kernel: kernel, grid: grid, block: block, sharedBytes: shared,
                arguments: try arguments(Memory(device: device)))
            try LaunchChecks.check(launch, on: device.attributes)
            try run(launch, on: device)
            return try (0..<repetitions).map { _ in
                try Stopwatch.microseconds { try run(launch, on: device) }
            }
        }
    }

    private static func run(_ launch: Launch, on device: CPUDevice) throws {
        let ended = DispatchSemaphore(value: 0)
        let failure = Mutex<ComputeError?>(nil)
        _ = device.start(launch) { outcome in
            failure.withLock { $0 = outcome.failure }
            ended.signal()
        }
        ended.wait()
        if let failure = failure.withLock({ $0 }) { throw failure }
    }

    /// Makes buffers with varied content.
    private struct Memory {
        let device: CPUDevice

        func floats(_ count: Int) throws -> Argument {
            try buffer((0..<count).map { Float($0 &* 7_919 & 1_023) / 512 - 1 })
        }

        func bytes(_ count: Int) throws -> Argument {
            try buffer((0..<count).map { UInt8(truncatingIfNeeded: ($0 &* 2_654_435_761) >> 13) })
        }

        private func buffer<Element>(_ elements: [Element]) throws -> Argument {
            let buffer = try device.makeBuffer(byteCount: elements.count * MemoryLayout<Element>.stride)
            try elements.withUnsafeBytes { try buffer.write($0, at: 0) }
            return .buffer(buffer, offset: 0)
        }
    }
}

extension Launch.Argument {
    fileprivate static func count(_ value: Int) -> Self { .scalar(UInt64(value), byteCount: 4) }
    fileprivate static func float(_ value: Float) -> Self { .scalar(UInt64(value.bitPattern), byteCount: 4) }
}

/// The PTX of the fixtures, which the tests use as well.
enum Fixture {
    static func text(_ name: String) throws -> [UInt8] {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return [UInt8](try Data(contentsOf: root.appending(path: "Tests/Fixtures/kernels/\(name).ptx")))
    }
}
