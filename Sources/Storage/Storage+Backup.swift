import Glibc

extension Storage {
    /// Writes all functions, modules, jobs and keys of the storage into one file while it goes on working.
    ///
    /// The same as ``backup(directory:to:replacing:)``, without blocking the cooperative pool.
    public func backup(to path: String, replacing: Bool = false) async throws(StorageError) -> BackupReport {
        try gate.enter()
        defer { gate.leave() }
        return try await maintenance.run { [root] () throws(StorageError) in
            try Self.backup(root, to: path, replacing: replacing)
        }
    }

    /// Writes all functions, modules, jobs and keys of a data directory into one file.
    ///
    /// The file holds one moment of the directory, whether or not a process is working in it, and appears under its name
    /// only when it is complete and has reached the disk. It is an SQLite database with mode 0600: the requests of
    /// clients are in it.
    ///
    /// Blocks on the disk.
    ///
    /// - Parameters:
    ///   - directory: A data directory, of this version or an older one.
    ///   - path: Where to write; the directory exists.
    ///   - replacing: Whether a file may be there already.
    /// - Returns: What the backup holds.
    /// - Throws: ``StorageError`` with ``StorageError/Code/alreadyExists``; ``StorageError/Code/corrupt`` when the
    ///   database or a module is damaged; ``StorageError/Code/invalidDirectory`` when there is no database; or the
    ///   disk's failure. Nothing is left at `path` then that was not there.
    @discardableResult
    public static func backup(
        directory: String, to path: String, replacing: Bool = false
    ) throws(StorageError) -> BackupReport {
        try backup(try DirectoryHandle.existing(directory), to: path, replacing: replacing)
    }

    /// Makes a data directory of a backup, to be opened by ``init(directory:)``.
    ///
    /// Every byte is verified: the database by SQLite's own check, the modules by their digests. Blocks on the disk.
    ///
    /// - Parameters:
    ///   - file: A file that ``backup(directory:to:replacing:)`` has written.
    ///   - directory: The new data directory: empty, or to be made with mode 0700.
    /// - Returns: What was restored.
    /// - Throws: ``StorageError`` with ``StorageError/Code/alreadyExists`` when the directory is not empty;
    ///   ``StorageError/Code/corrupt`` when the file is damaged or no backup; ``StorageError/Code/tooNew``; or the
    ///   disk's failure. The directory is as good as empty then.
    @discardableResult
    public static func restore(from file: String, into directory: String) throws(StorageError) -> BackupReport {
        let restoration = try Restoration(file: file)
        let target = try DirectoryHandle.making(directory)
        let lock = try DirectoryLock(in: target)
        defer { lock.release() }
        // What an interrupted restoration left is none of the operator's; some file systems have one entry at birth.
        let leftovers = try target.entries(where: StagedFile.isTemporary)
        let ignored = Set([".", "..", "lock", "lost+found"] + leftovers)
        guard try target.entries(where: { !ignored.contains($0) }).isEmpty else {
            throw StorageError(.alreadyExists, underlying: "\(target.path) is not empty")
        }
        for leftover in leftovers { target.removeTree(leftover) }
        do {
            return try restoration.run(into: target)
        } catch {
            throw StorageError(mapping: error)
        }
    }

    private static func backup(
        _ root: DirectoryHandle, to path: String, replacing: Bool
    ) throws(StorageError) -> BackupReport {
        let (directory, name) = try DirectoryHandle.containing(path)
        try check(name, in: directory, replacing: replacing)
        let writer = try BackupWriter(directory: root)
        let temporary = StagedFile.makeName()
        do {
            _ = try directory.file(temporary, flags: O_RDWR | O_CREAT | O_EXCL)
            let report = try writer.write(to: directory.path(of: temporary))
            try directory.file(temporary, flags: O_RDONLY).synchronize()
            try check(name, in: directory, replacing: replacing)
            try directory.rename(temporary, to: name)
            try directory.synchronize()
            return report
        } catch {
            for suffix in ["", "-journal", "-wal", "-shm"] { _ = directory.removes(temporary + suffix) }
            throw StorageError(mapping: error)
        }
    }

    private static func check(
        _ name: String, in directory: DirectoryHandle, replacing: Bool
    ) throws(StorageError) {
        guard try directory.status(of: name) == nil || replacing else {
            throw StorageError(.alreadyExists, underlying: directory.path(of: name))
        }
    }
}
