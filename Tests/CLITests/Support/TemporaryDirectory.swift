import FoundationEssentials

/// A directory of a test's own, removed with its content when this object goes.
final class TemporaryDirectory: Sendable {
    let path = "/tmp/cli-test-\(UInt64.random(in: .min ... .max))"

    init() throws { try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false) }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}
