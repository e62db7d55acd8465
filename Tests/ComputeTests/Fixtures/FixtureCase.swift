import Testing

/// One launch with known results, of one or several texts that were compiled from the same source.
struct FixtureCase: Decodable, Sendable, CustomTestStringConvertible {
    enum Tier: String, Decodable {
        case must
        case should
        case exotic
    }

    enum Argument: Sendable {
        case scalar(FixtureType, bits: UInt64)
        case buffer(FixtureBuffer)
    }

    let name: String
    /// The highest tier of instructions that the kernel uses.
    let tier: Tier
    /// Texts below `Tests/Fixtures`.
    let ptx: [String]
    let entry: String
    let grid: [Int]
    let block: [Int]
    /// Dynamic shared memory in bytes.
    let shared: Int
    /// The file with the expected values.
    let data: String?
    let arguments: [Argument]
    /// Whether the launch must end in an error.
    let fails: Bool?
    /// What the kernel prints.
    let prints: String?

    var testDescription: String { name }

    /// Launches the kernel from one of its texts and compares everything it leaves.
    /// - Throws: what the device says where the launch should have succeeded; faults of the fixtures.
    func verify(_ path: String, on runner: some KernelRunner) throws -> FixtureOutcome {
        var outcome = FixtureOutcome()
        var passed: [FixtureArgument] = []
        var buffers: [(description: FixtureBuffer, before: [UInt8])] = []
        for argument in arguments {
            switch argument {
            case .scalar(let type, let bits): passed.append(.scalar(type, bits: bits))
            case .buffer(let buffer):
                let before = try buffer.fill.bytes(type: buffer.type, count: buffer.count)
                buffers.append((buffer, before))
                passed.append(.buffer(before))
            }
        }
        let text = try FixtureManifest.bytes(of: path)
        let launch = {
            try runner.run(
                ptx: text, entry: entry, grid: (grid[0], grid[1], grid[2]), block: (block[0], block[1], block[2]),
                sharedBytes: shared, arguments: passed)
        }
        if fails == true {
            if (try? launch()) != nil { outcome.fault("the launch succeeded, which it must not") }
            return outcome
        }
        let after = try launch()
        guard after.count == buffers.count else {
            throw FixtureFault.wrongCount(buffers: buffers.count, returned: after.count)
        }
        let wanted = try data.map { try FixtureManifest.bytes(of: "expectations/data/\($0)") } ?? []
        for (buffer, bytes) in zip(buffers, after) {
            try buffer.description.compare(bytes, before: buffer.before, data: wanted, into: &outcome)
        }
        return outcome
    }
}
