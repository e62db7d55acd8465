import GRDB

extension Storage {
    /// Where a module is, or would be, on the disk.
    ///
    /// For rooms that map the file; it may be removed at any time, and its content is verified by
    /// ``moduleBytes(_:)`` only.
    public func modulePath(_ digest: Digest) -> String {
        modules.path(of: digest)
    }

    /// The bytes of a module, verified against the digest.
    ///
    /// - Throws: ``StorageError`` with ``StorageError/Code/corrupt`` when the bytes are not those that were stored, or
    ///   a function refers to the module and its file is missing; ``StorageError/Code/notFound`` when no function
    ///   refers to it.
    public func moduleBytes(_ digest: Digest) async throws(StorageError) -> [UInt8] {
        try gate.enter()
        defer { gate.leave() }
        let bytes = try await workers.run { [modules] () throws(StorageError) in
            try modules.read(digest)
        }
        if let bytes { return bytes }
        guard try await pool.storageRead({ try FunctionTable.usesModule(digest, $0) }) else {
            throw StorageError(.notFound)
        }
        throw StorageError(.corrupt, underlying: "\(modules.path(of: digest)) is missing")
    }

    /// Whether any function has this module: what is derived from it is needed as long as one does.
    public func isModuleInUse(_ digest: Digest) async throws(StorageError) -> Bool {
        try gate.enter()
        defer { gate.leave() }
        return try await pool.storageRead { try FunctionTable.usesModule(digest, $0) }
    }
}
