import Foundation
import Glibc

/// A small file system in memory, for tests of a full disk.
enum Mount {
    /// Whether this process may mount one.
    static let isAvailable: Bool = {
        guard geteuid() == 0 else { return false }
        let path = FileManager.default.temporaryDirectory.appending(path: "gateway-mount-\(UUID().uuidString)").path
        guard mkdir(path, 0o700) == 0 else { return false }
        defer { rmdir(path) }
        guard (try? run("mount", "-t", "tmpfs", "-o", "size=64k", "none", path)) != nil else { return false }
        return (try? run("umount", path)) != nil
    }()

    /// Runs `body` with the path of an empty file system of `mebibytes`, which is unmounted afterwards.
    static func withTmpfs(mebibytes: Int, _ body: (String) async throws -> Void) async throws {
        try await withTemporaryDirectory { path in
            try run("mount", "-t", "tmpfs", "-o", "size=\(mebibytes)m", "none", path)
            defer { try? run("umount", "--lazy", path) }
            try await body(path)
        }
    }

    private static func run(_ arguments: String...) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = arguments
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw CocoaError(.fileWriteUnknown) }
    }
}
