extension Storage {
    /// Looks at everything stored while the storage goes on working.
    ///
    /// The same as ``integrityCheck(directory:)``, without blocking the cooperative pool.
    public func integrityCheck() async throws(StorageError) -> IntegrityReport {
        try gate.enter()
        defer { gate.leave() }
        return try await maintenance.run { [root] () throws(StorageError) in
            try Self.integrityCheck(root)
        }
    }

    /// Looks at everything stored in a data directory, whether or not a process is working in it.
    ///
    /// Checks the database as SQLite does, that every function can be read and has a module of the right size, and that
    /// every unfinished job has its request. Nothing is changed. Reads the whole database, and of the modules only
    /// their sizes. Blocks on the disk.
    ///
    /// - Throws: ``StorageError`` when the directory or the database cannot be read at all.
    public static func integrityCheck(directory: String) throws(StorageError) -> IntegrityReport {
        try integrityCheck(try DirectoryHandle.existing(directory))
    }

    private static func integrityCheck(_ root: DirectoryHandle) throws(StorageError) -> IntegrityReport {
        let check = try IntegrityCheck(directory: root)
        do {
            return try check.run()
        } catch {
            throw StorageError(mapping: error)
        }
    }
}
