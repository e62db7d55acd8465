import Compute
import Dispatch
import Glibc
import Synchronization
import TestSupport
import Testing

/// Kernels that nobody has written, as a hostile guest would send them.
@Suite(.serialized)
struct MutatedKernelTests {
    private static let guestBytes = 4_096
    private let device = CPUDevice(threads: 2)

    @Test func `changed texts are refused, or run and end, and reach nothing outside their windows`() throws {
        defer { device.shutDown() }
        let cases = try FixtureManifest.read().cases
        var count = 0
        var launches = 0
        for seed in PropertyBudget.seeds(300) {
            var generator = SeededGenerator(seed: seed)
            guard let item = cases.randomElement(using: &generator),
                let path = item.ptx.randomElement(using: &generator)
            else { continue }
            var mutator = PTXMutator(try FixtureManifest.bytes(of: path), generator)
            let text = mutator.next()
            count += 1
            guard let kernel = try? device.load(ptx: text, entry: item.entry) else { continue }
            if try launch(kernel, item.shared, &generator, "seed \(seed), \(path)") { launches += 1 }
        }
        // What the checker refuses says nothing about the device.
        #expect(launches > count / 4)
    }

    /// Launches a kernel over random arguments and waits for its end.
    /// - Returns: whether it came to a launch.
    private func launch(
        _ kernel: any Kernel, _ sharedBytes: Int, _ generator: inout SeededGenerator, _ name: String
    ) throws -> Bool {
        func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &generator) }
        var guest = [UInt8](repeating: 0x5A, count: Self.guestBytes)
        var isOpen = [Bool](repeating: false, count: Self.guestBytes)
        var arguments: [Launch.Argument] = []
        for parameter in kernel.parameters {
            switch (parameter.byteCount, below(4)) {
            case (8, 0...1):
                let offset = below(Self.guestBytes / 16) * 16
                let byteCount = min(1_024 + below(1_024), Self.guestBytes - offset)
                for place in offset..<offset + byteCount { isOpen[place] = true }
                arguments.append(.window(offset: UInt32(offset), byteCount: UInt32(byteCount)))
            case (8, 2):
                arguments.append(.buffer(try device.makeBuffer(byteCount: 1 + below(4_096)), offset: 0))
            default:
                let bits = below(3) == 0 ? generator.next() : UInt64(below(128))
                arguments.append(.scalar(bits, byteCount: parameter.byteCount))
            }
        }
        var now = timespec()
        clock_gettime(CLOCK_MONOTONIC, &now)
        let deadline = UInt64(now.tv_sec) * 1_000_000_000 + UInt64(now.tv_nsec) + 50_000_000
        let grid = Dimensions(1 + below(2), 1 + below(2), 1)
        let block = kernel.requiredBlock ?? Dimensions(1 + below(70), 1 + below(2), 1)
        let isLaunched = guest.withUnsafeMutableBytes { bytes -> Bool in
            guard let base = bytes.baseAddress else { return false }
            let launch = Launch(
                kernel: kernel, grid: grid, block: block, sharedBytes: sharedBytes, arguments: arguments,
                memory: GuestMemoryRegion(base: base, byteCount: bytes.count), deadline: deadline, output: { _ in })
            do { try LaunchChecks.check(launch, on: device.attributes) } catch { return false }
            let ended = DispatchSemaphore(value: 0)
            let completions = Atomic<Int>(0)
            let started = device.start(launch) { _ in
                completions.add(1, ordering: .relaxed)
                ended.signal()
            }
            ended.wait()
            started.stop(.cancelled)
            #expect(completions.load(ordering: .relaxed) == 1, "\(name)")
            return true
        }
        let changed = guest.indices.first { guest[$0] != 0x5A && !isOpen[$0] }
        #expect(changed == nil, "\(name) has changed a byte outside its windows")
        return isLaunched
    }
}
