import Compute
import Dispatch
import Synchronization

/// Launches kernels on a CPU device and waits for them.
struct CPURunner: KernelRunner {
    let device: CPUDevice
    /// What the kernels have printed.
    let printed = PrintedPieces()

    init(threads: Int = 2) { device = CPUDevice(threads: threads) }

    func run(
        ptx: [UInt8], entry: String, grid: (Int, Int, Int), block: (Int, Int, Int), sharedBytes: Int,
        arguments: [FixtureArgument]
    ) throws -> [[UInt8]] {
        let kernel = try device.load(ptx: ptx, entry: entry)
        var buffers: [any DeviceBuffer] = []
        let passed = try arguments.map { argument -> Launch.Argument in
            switch argument {
            case .scalar(let type, let bits): return .scalar(bits, byteCount: type.width)
            case .buffer(let bytes):
                let buffer = try device.makeBuffer(byteCount: bytes.count)
                try bytes.withUnsafeBytes { try buffer.write($0, at: 0) }
                buffers.append(buffer)
                return .buffer(buffer, offset: 0)
            }
        }
        try run(
            Launch(
                kernel: kernel, grid: Dimensions(grid.0, grid.1, grid.2),
                block: Dimensions(block.0, block.1, block.2), sharedBytes: sharedBytes, arguments: passed,
                output: { [printed] in printed.append($0) }))
        return try buffers.map { buffer in
            var bytes = [UInt8](repeating: 0, count: buffer.byteCount)
            try bytes.withUnsafeMutableBytes { try buffer.read(into: $0, at: 0) }
            return bytes
        }
    }

    /// Runs one launch to its end.
    /// - Throws: its failure.
    func run(_ launch: Launch) throws(ComputeError) {
        try LaunchChecks.check(launch, on: device.attributes)
        let ended = DispatchSemaphore(value: 0)
        let failure = Mutex<ComputeError?>(nil)
        _ = device.start(launch) { outcome in
            failure.withLock { $0 = outcome.failure }
            ended.signal()
        }
        ended.wait()
        if let failure = failure.withLock({ $0 }) { throw failure }
    }
}

/// Collects what kernels print, from several threads.
final class PrintedPieces: Sendable {
    private let bytes = Mutex<[UInt8]>([])

    func append(_ piece: [UInt8]) { bytes.withLock { $0 += piece } }

    /// The text since this was last asked.
    func take() -> String {
        let taken = bytes.withLock { bytes in
            defer { bytes = [] }
            return bytes
        }
        return String(decoding: taken, as: UTF8.self)
    }
}
