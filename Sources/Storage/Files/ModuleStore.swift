import Glibc

/// The modules' bytes on disk, named by what they contain: `modules/<first 2 digits>/<64 digits>.wasm`.
///
/// Every call blocks on the disk.
struct ModuleStore: Sendable {
    static let suffix = ".wasm"

    let directory: DirectoryHandle

    /// The absolute or relative path of a module, as the data directory was given.
    func path(of digest: Digest) -> String {
        let hex = digest.hex
        return directory.path + "/" + hex.prefix(2) + "/" + hex + Self.suffix
    }

    /// Writes a module under a temporary name in the directory of its digest.
    ///
    /// It is written also when the module is stored already: the renaming then replaces the file by an equal one,
    /// which repairs a damaged file and asks nothing of the old one's durability.
    func stage(_ bytes: [UInt8], digest: Digest) throws(StorageError) -> StagedFile {
        guard Digest(of: bytes) == digest else { throw StorageError(.digestMismatch) }
        return try StagedFile(bytes, in: directory.makeSubdirectory(String(digest.hex.prefix(2))))
    }

    /// The file name of a module within the directory of its digest.
    static func fileName(of digest: Digest) -> String {
        digest.hex + suffix
    }

    /// Reads a module and verifies that its bytes are those that were stored.
    ///
    /// - Returns: The bytes, or nil when there is no such file.
    func read(_ digest: Digest) throws(StorageError) -> [UInt8]? {
        let hex = digest.hex
        let bytes: [UInt8]
        do throws(StorageError) {
            let shard = try directory.subdirectory(String(hex.prefix(2)))
            guard let status = try shard.status(of: hex + Self.suffix) else { return nil }
            guard status.st_mode & S_IFMT == S_IFREG else {
                throw StorageError(.corrupt, underlying: "\(path(of: digest)) is no regular file")
            }
            bytes = try shard.file(hex + Self.suffix, flags: O_RDONLY).readAll(limit: StorageLimits.moduleBytes)
        } catch {
            if try isAbsent(hex) { return nil }
            throw error
        }
        guard Digest(of: bytes) == digest else {
            throw StorageError(.corrupt, underlying: "\(path(of: digest)): the SHA-256 of its content is another")
        }
        return bytes
    }

    /// Removes a module's file; does nothing when there is none.
    func remove(_ digest: Digest) throws(StorageError) {
        let hex = digest.hex
        guard try directory.status(of: String(hex.prefix(2))) != nil else { return }
        try directory.subdirectory(String(hex.prefix(2))).remove(hex + Self.suffix)
    }

    /// A module may be removed between two steps of reading it, which is no fault.
    private func isAbsent(_ hex: String) throws(StorageError) -> Bool {
        guard try directory.status(of: String(hex.prefix(2))) != nil else { return true }
        return try directory.subdirectory(String(hex.prefix(2))).status(of: hex + Self.suffix) == nil
    }
}
