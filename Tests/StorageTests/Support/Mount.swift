import Foundation
import Glibc

@testable import Storage

/// A small file system in memory for tests of full and read-only disks.
enum Mount {
    static let isAvailable: Bool = {
        guard geteuid() == 0 else { return false }
        let path = FileManager.default.temporaryDirectory.appending(path: "storage-mount-\(UUID().uuidString)").path
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

    static func makeReadOnly(_ path: String) throws {
        try run("mount", "-o", "remount,ro", path)
    }

    /// Takes all the space of a file system with a file `filler`.
    static func fill(_ path: String) throws {
        let file = try DirectoryHandle(path: path).file("filler", flags: O_WRONLY | O_CREAT)
        for bytes in [1 << 20, 1 << 12, 1] {
            var hasSpace = true
            while hasSpace {
                do {
                    try file.write([UInt8](repeating: 1, count: bytes))
                } catch {
                    hasSpace = false
                }
            }
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
