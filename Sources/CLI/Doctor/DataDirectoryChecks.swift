import Glibc
import Storage

/// Whether the data directory can be used and the storage in it opens.
struct DataDirectoryChecks: Sendable {
    let path: String

    private static let directoryName = "data directory"
    private static let storageName = "storage"
    private static let integrityName = "integrity"
    /// Below this there is no room for a few modules and the database, in bytes.
    private static let comfortableSpace: UInt64 = 1 << 30

    func results() async -> [CheckResult] { [directory(), await storage(), integrity()] }

    /// The directory, or the nearest one above it that exists: the server makes what is missing.
    func directory() -> CheckResult {
        guard let existing = Self.nearestExisting(path) else {
            return .fail(Self.directoryName, "\(path) cannot be reached", advice: "set TENSOR_WASM_DATA_DIR")
        }
        guard access(existing, W_OK | X_OK) == 0 else {
            return .fail(
                Self.directoryName, "\(existing) is not a directory this user can write to",
                advice: "change its owner, or set TENSOR_WASM_DATA_DIR")
        }
        let found = existing == path ? path : "\(path) will be made"
        guard let free = Self.freeSpace(existing) else { return .ok(Self.directoryName, found) }
        let detail = "\(found), \(free >> 20) MiB free"
        return free >= Self.comfortableSpace
            ? .ok(Self.directoryName, detail)
            : .warn(Self.directoryName, detail, advice: "make room, or set TENSOR_WASM_DATA_DIR")
    }

    /// Opens the storage, if there is one: a check must not leave a directory behind where none was.
    func storage() async -> CheckResult {
        guard access(path + "/lock", F_OK) == 0 else {
            return .ok(Self.storageName, "empty, will be made at the first start")
        }
        do throws(StorageError) {
            let storage = try Storage(directory: path)
            try await storage.checkReachable()
            try await storage.close()
            return .ok(Self.storageName, "opens, reads and writes")
        } catch {
            if error.code == .locked { return .ok(Self.storageName, "locked by a running server") }
            return .fail(Self.storageName, "\(error)", advice: Self.advice(for: error.code))
        }
    }

    /// Looks at everything stored, also while a server works with it. Reads the whole database.
    func integrity() -> CheckResult {
        guard access(path + "/lock", F_OK) == 0 else { return .ok(Self.integrityName, "nothing is stored yet") }
        do throws(StorageError) {
            let report = try Storage.integrityCheck(directory: path)
            let looked = "\(report.functions) functions, \(report.modules) modules, \(report.jobs) jobs"
            guard let problem = report.problems.first else { return .ok(Self.integrityName, looked + ", all sound") }
            let others = report.problems.count > 1 ? ", and \(report.problems.count - 1) more" : ""
            return .fail(Self.integrityName, problem + others, advice: Self.advice(for: .corrupt))
        } catch {
            return .fail(Self.integrityName, "\(error)", advice: Self.advice(for: error.code))
        }
    }

    private static func advice(for code: StorageError.Code) -> String {
        switch code {
        case .full: "make room on the disk"
        case .readOnly: "change the owner or the mount of the data directory"
        case .tooNew: "use the version that wrote it, or a newer one"
        case .corrupt: "restore the data directory from a backup (`tensor-wasm restore`)"
        default: "look at the disk and its mount"
        }
    }

    private static func nearestExisting(_ path: String) -> String? {
        var path = path
        while access(path, F_OK) != 0 {
            guard path != "/", path != "." else { return nil }
            let parent = path.lastIndex(of: "/").map { String(path[..<$0]) }
            path = parent.map { $0.isEmpty ? "/" : $0 } ?? "."
        }
        return path
    }

    /// Bytes that this user may still write.
    private static func freeSpace(_ path: String) -> UInt64? {
        var status = statvfs()
        guard statvfs(path, &status) == 0 else { return nil }
        return UInt64(status.f_bavail) * UInt64(status.f_frsize)
    }
}
