import Compute
import Testing

/// Random accesses to windows, buffers and shared memory, against a model that knows every byte.
@Suite(.serialized)
struct MemoryPropertyTests {
    private let runner = CPURunner()

    @Test func `a launch fails exactly when an access is not allowed, and never touches anything else`() throws {
        defer { runner.device.shutDown() }
        var failures = 0
        var count = 0
        for seed in PropertyBudget.seeds(600) {
            let program = MemoryProgram(seed: seed)
            if try !check(program, seed) { failures += 1 }
            count += 1
        }
        // Both ends are worth nothing if nearly all programs meet the same one.
        #expect(failures > count / 8 && failures < count * 7 / 8)
    }

    /// - Returns: whether the launch succeeded.
    private func check(_ program: MemoryProgram, _ seed: Int) throws -> Bool {
        let model = MemoryModel(program)
        let kernel = try runner.device.load(ptx: program.text, entry: "k")
        func buffer(_ bytes: [UInt8]) throws -> any DeviceBuffer {
            let buffer = try runner.device.makeBuffer(byteCount: bytes.count)
            try bytes.withUnsafeBytes { try buffer.write($0, at: 0) }
            return buffer
        }
        let loaded = try buffer([UInt8](repeating: 0, count: program.threads * program.accesses.count * 32))
        var buffers: [any DeviceBuffer] = []
        for (count, _) in program.buffers { buffers.append(try buffer((0..<count).map(MemoryModel.initial))) }
        let neighbour = try buffer([UInt8](repeating: 0, count: 256))
        let arguments: [Launch.Argument] =
            [.buffer(try buffer(program.table), offset: 0), .buffer(loaded, offset: 0)]
            + program.windows.map { .window(offset: UInt32($0.offset), byteCount: UInt32($0.count)) }
            + zip(buffers, program.buffers).map { .buffer($0, offset: UInt64($1.offset)) }
        var guest = (0..<MemoryProgram.guestBytes).map(MemoryModel.initial)
        var failure: ComputeError?
        guest.withUnsafeMutableBytes { bytes in
            guard let base = bytes.baseAddress else { return }
            let launch = Launch(
                kernel: kernel, grid: Dimensions(1), block: Dimensions(program.threads), arguments: arguments,
                memory: GuestMemoryRegion(base: base, byteCount: bytes.count))
            do throws(ComputeError) { try runner.run(launch) } catch { failure = error }
        }
        func report(_ text: String) {
            Issue.record(
                """
                seed \(seed): \(text); windows \(program.windows), buffers \(program.buffers), shared \
                \(program.sharedBytes), failure \(failure?.message ?? "none")
                \(String(decoding: program.text, as: UTF8.self))
                """)
        }
        if (failure == nil) != model.isAllowed { report(model.isAllowed ? "a sound launch failed" : "nothing failed") }
        if let place = guest.indices.first(where: { !model.isOpen[$0] && guest[$0] != MemoryModel.initial($0) }) {
            report("byte \(place), outside of all windows, has changed")
        }
        if try bytes(of: neighbour).contains(where: { $0 != 0 }) { report("a buffer of another launch has changed") }
        guard failure == nil else { return false }
        if let place = guest.indices.first(where: { guest[$0] != model.guest[$0] }) { report("byte \(place) is wrong") }
        for (index, buffer) in buffers.enumerated() where try bytes(of: buffer) != model.buffers[index] {
            report("buffer \(index) is wrong")
        }
        let values = try bytes(of: loaded).withUnsafeBytes { Array($0.bindMemory(to: UInt64.self)) }
        for (index, access) in program.accesses.enumerated() where access.action == .load {
            for thread in 0..<program.threads {
                for k in 0..<access.count {
                    let place = index * 4 + k
                    let found = values[thread * program.accesses.count * 4 + place]
                    if found != model.loaded[thread][place] {
                        report(
                            "thread \(thread) loaded \(found) by access \(index), not \(model.loaded[thread][place])")
                        return true
                    }
                }
            }
        }
        return true
    }

    private func bytes(of buffer: any DeviceBuffer) throws -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: buffer.byteCount)
        try bytes.withUnsafeMutableBytes { try buffer.read(into: $0, at: 0) }
        return bytes
    }
}
