import Glibc
import SystemPackage

/// A file or directory of a test's own, removed with this object.
final class TemporaryFile: Sendable {
    let path: String

    init(_ content: String, name: String = "module.wat") throws {
        path = "/tmp/cli-test-\(UInt64.random(in: .min ... .max))-\(name)"
        let descriptor = try FileDescriptor.open(
            FilePath(path), .writeOnly, options: [.create, .exclusiveCreate], permissions: .ownerReadWrite)
        try descriptor.closeAfter { _ = try descriptor.writeAll(Array(content.utf8)) }
    }

    deinit { unlink(path) }
}
