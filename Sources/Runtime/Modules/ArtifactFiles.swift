import Glibc
import Storage

/// Compiled modules on disk: `<artifacts>/<engine tag>/<first two digits>/<digest>.cwasm`.
///
/// An artifact is native code, so only files that this user alone can write are ever loaded.
struct ArtifactFiles: Sendable {
    private let directory: String

    /// - Parameters:
    ///   - root: the data directory's place for artifacts.
    ///   - tag: tells artifacts of other engine versions and configurations apart.
    init(root: String, tag: String) {
        directory = "\(root)/\(tag)"
        removeLeftovers()
    }

    /// The path of an artifact that may be loaded; `nil` when there is none.
    func existing(_ digest: Digest) -> String? {
        let path = path(of: digest)
        var status = stat()
        guard lstat(path, &status) == 0 else { return nil }
        let isRegular = status.st_mode & S_IFMT == S_IFREG
        let isOthersWritable = status.st_mode & (S_IWGRP | S_IWOTH) != 0
        return isRegular && status.st_uid == geteuid() && !isOthersWritable ? path : nil
    }

    /// Writes an artifact atomically.
    /// - Returns: its path.
    func write(_ bytes: [UInt8], for digest: Digest) throws(StorageError) -> String {
        let path = path(of: digest)
        for folder in [directory, folder(of: digest)] where mkdir(folder, 0o700) != 0 && errno != EEXIST {
            let code: StorageError.Code = errno == ENOSPC || errno == EDQUOT ? .full : .unavailable
            throw StorageError(code, underlying: "mkdir \(folder): errno \(errno)")
        }
        try AtomicFile.write(bytes, to: path)
        return path
    }

    /// Removes an artifact; harmless when there is none.
    func remove(_ digest: Digest) { unlink(path(of: digest)) }

    /// Removes what a process that was killed while writing left behind.
    private func removeLeftovers() {
        for prefix in UInt8.min...UInt8.max {
            let folder = "\(directory)/\(prefix < 16 ? "0" : "")\(String(prefix, radix: 16))"
            // Most folders do not exist; one that cannot be cleaned is no reason not to serve.
            if access(folder, F_OK) == 0 { _ = try? AtomicFile.removeLeftovers(in: folder) }
        }
    }

    private func folder(of digest: Digest) -> String { "\(directory)/\(digest.hex.prefix(2))" }
    private func path(of digest: Digest) -> String { "\(folder(of: digest))/\(digest.hex).cwasm" }
}
