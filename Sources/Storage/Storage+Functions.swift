import GRDB
import Tenancy

extension Storage {
    /// Deploys a function; when this returns, it survives a power failure.
    ///
    /// - Parameters:
    ///   - name: 1 … 256 bytes of UTF-8 without NUL; need not be unique.
    ///   - tenant: The tenant that owns it.
    ///   - module: The module's bytes, at most ``StorageLimits/moduleBytes``.
    ///   - digest: The SHA-256 of `module`, which is verified.
    ///   - exports: The functions the module exports, in all at most ``StorageLimits/exportBytes``.
    /// - Returns: The function with its new id.
    /// - Throws: ``StorageError``; nothing is stored then, and no file stays behind.
    public func create(
        name: String, tenant: TenantID, module: [UInt8], digest: Digest, exports: [ExportSignature]
    ) async throws(StorageError) -> FunctionRecord {
        let creation = try await create(
            name: name, tenant: tenant, module: module, digest: digest, exports: exports, idempotency: nil)
        // Without a key nothing is ever a repetition.
        guard case .created(let record) = creation else { throw StorageError(.unavailable) }
        return record
    }

    /// Deploys a function unless the same request has been carried out before.
    ///
    /// Of several requests at once with the same key one deploys, and all get the answer of that one.
    ///
    /// - Parameters:
    ///   - name: 1 … 256 bytes of UTF-8 without NUL; need not be unique.
    ///   - tenant: The tenant that owns it.
    ///   - module: The module's bytes, at most ``StorageLimits/moduleBytes``.
    ///   - digest: The SHA-256 of `module`, which is verified.
    ///   - exports: The functions the module exports, in all at most ``StorageLimits/exportBytes``.
    ///   - idempotency: What makes the request recognizable when it comes again; removing the function does not undo it.
    ///   - now: Milliseconds since the Unix epoch; those of the system's clock when nil.
    /// - Throws: ``StorageError``; nothing is stored then, and no file stays behind.
    public func create(
        name: String, tenant: TenantID, module: [UInt8], digest: Digest, exports: [ExportSignature],
        idempotency: IdempotencyClaim<FunctionRecord>?, now: Int64? = nil
    ) async throws(StorageError) -> Creation<FunctionRecord> {
        try Self.check(name: name)
        guard module.count <= StorageLimits.moduleBytes else { throw StorageError(.moduleTooLarge) }
        try Self.check(exports: exports)
        let now = now ?? WallClock.unixMilliseconds()
        let record = FunctionRecord(
            id: .random(), tenant: tenant, name: name, digest: digest, sizeBytes: module.count, exports: exports,
            createdUnixMilliseconds: now)
        var key: IdempotencyEntry?
        if let idempotency { key = try IdempotencyEntry(idempotency, for: record, tenant: tenant, now: now) }
        try gate.enter()
        defer { gate.leave() }

        let staged = try await workers.run { [modules] () throws(StorageError) in
            try modules.stage(module, digest: digest)
        }
        return try await pool.storageWrite { [modules, key] database in
            try FunctionCreation(record: record, key: key, staged: staged, modules: modules).run(database)
        }
    }

    /// The function with an id, of whatever tenant: the caller compares the owner.
    public func function(_ id: FunctionID) async throws(StorageError) -> FunctionRecord? {
        try gate.enter()
        defer { gate.leave() }
        return try await pool.storageRead { try FunctionTable.find(id, $0) }
    }

    /// Removes a function, and its module with the last function that has it.
    ///
    /// - Returns: False when the tenant has no function with this id.
    public func delete(_ id: FunctionID, tenant: TenantID) async throws(StorageError) -> Bool {
        try gate.enter()
        defer { gate.leave() }
        return try await pool.storageWrite { [modules] database in
            var removed: Digest?
            try database.inTransaction(.immediate) {
                removed = try FunctionTable.delete(id, tenant: tenant, database)
                return .commit
            }
            guard let removed else { return false }
            // The function is gone from here on, so a file that cannot be removed is no failure of the deletion: the
            // next opening removes it. No creation can come between the question and the removal, since files get
            // their names on this thread only.
            if (try? FunctionTable.usesModule(removed, database)) == false {
                try? modules.remove(removed)
            }
            return true
        }
    }

    /// The number of functions of a tenant; takes time linear in it.
    public func functionCount(tenant: TenantID) async throws(StorageError) -> Int {
        try gate.enter()
        defer { gate.leave() }
        return try await pool.storageRead { try FunctionTable.count(tenant: tenant, $0) }
    }

    /// The number of functions of all tenants; takes time linear in it.
    public func functionCount() async throws(StorageError) -> Int {
        try gate.enter()
        defer { gate.leave() }
        return try await pool.storageRead { try FunctionTable.count(tenant: nil, $0) }
    }

    static func check(name: String) throws(StorageError) {
        guard (1...StorageLimits.nameBytes).contains(name.utf8.count), !name.utf8.contains(0) else {
            throw StorageError(.invalidName)
        }
    }

    private static func check(exports: [ExportSignature]) throws(StorageError) {
        var bytes = 0
        for export in exports {
            bytes += export.storedBytes
            guard bytes <= StorageLimits.exportBytes else { throw StorageError(.exportsTooLarge) }
        }
    }
}
