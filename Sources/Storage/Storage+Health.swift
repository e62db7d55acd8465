import GRDB
import Glibc

extension Storage {
    /// Returns when functions can be read and stored now, and throws why not otherwise.
    ///
    /// Writes and removes a small file, takes the database's write lock and reads from it. Nothing is synchronized,
    /// so that frequent probes cost no disk flushes; a disk that fails only when it flushes is noticed by the next
    /// `create`.
    ///
    /// - Throws: ``StorageError`` with ``StorageError/Code/full``, ``StorageError/Code/readOnly``,
    ///   ``StorageError/Code/unavailable`` when the directory or database was removed or replaced, or another code.
    public func checkReachable() async throws(StorageError) {
        try gate.enter()
        defer { gate.leave() }
        try await workers.run { [root, databaseInode] () throws(StorageError) in
            try Self.checkIdentity(of: root, databaseInode: databaseInode)
            try Self.checkWriting(to: root)
        }
        try await pool.storageWrite { database in
            try database.inTransaction(.immediate) {
                _ = try Row.fetchOne(database, sql: "SELECT id FROM functions LIMIT 1")
                return .rollback
            }
        }
    }

    /// Open descriptors keep working on what was removed; only the names tell.
    private static func checkIdentity(of root: DirectoryHandle, databaseInode: ino_t) throws(StorageError) {
        let opened = try root.status()
        let named = try DirectoryHandle(path: root.path).status()
        guard opened.st_ino == named.st_ino, opened.st_dev == named.st_dev else {
            throw StorageError(.unavailable, underlying: "\(root.path) was replaced")
        }
        guard try root.status(of: DatabaseOpening.fileName)?.st_ino == databaseInode else {
            throw StorageError(.unavailable, underlying: "the database in \(root.path) was removed or replaced")
        }
    }

    /// A write of one disk block finds a full, read-only or over-quota disk without flushing anything.
    private static func checkWriting(to root: DirectoryHandle) throws(StorageError) {
        let name = StagedFile.makeName()
        let file = try root.file(name, flags: O_WRONLY | O_CREAT | O_EXCL)
        do {
            try file.write([UInt8](repeating: 0, count: 4_096))
        } catch {
            try? root.remove(name)
            throw error
        }
        try root.remove(name)
    }
}
