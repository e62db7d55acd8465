import GRDB
import Tenancy

/// The statements about functions.
enum FunctionTable {
    /// Adds a function as the newest of its tenant.
    static func insert(_ record: FunctionRecord, _ database: Database) throws {
        let sequence = try Int64.fetchOne(
            database,
            sql: """
                INSERT INTO tenant_sequences (tenant, last) VALUES (?, 1)
                ON CONFLICT (tenant) DO UPDATE SET last = last + 1 RETURNING last
                """,
            arguments: [record.tenant.databaseInteger])
        guard let sequence else { throw StorageError(.corrupt, underlying: "tenant_sequences gave no number") }
        try FunctionRow(record, sequence: sequence).insert(database)
    }

    /// The function with an id, of any tenant.
    static func find(_ id: FunctionID, _ database: Database) throws -> FunctionRecord? {
        try FunctionRow
            .fetchOne(
                database.cachedStatement(sql: "SELECT * FROM functions WHERE id = ?"), arguments: [id.description])?
            .record()
    }

    /// Removes a function of a tenant and returns its digest, or nil when the tenant has no such function.
    static func delete(_ id: FunctionID, tenant: TenantID, _ database: Database) throws -> Digest? {
        let hex = try String.fetchOne(
            database, sql: "DELETE FROM functions WHERE id = ? AND tenant = ? RETURNING digest",
            arguments: [id.description, tenant.databaseInteger])
        guard let hex else { return nil }
        guard let digest = Digest(hex: hex) else {
            throw StorageError(.corrupt, underlying: "functions: a row with an unreadable digest")
        }
        return digest
    }

    /// Whether any function, of any tenant, has this module.
    static func usesModule(_ digest: Digest, _ database: Database) throws -> Bool {
        try Bool.fetchOne(
            database.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM functions WHERE digest = ?)"),
            arguments: [digest.hex]) ?? false
    }

    /// The number of functions of one tenant, or of all.
    static func count(tenant: TenantID?, _ database: Database) throws -> Int {
        guard let tenant else {
            return try Int.fetchOne(database, sql: "SELECT count(*) FROM functions") ?? 0
        }
        return try Int.fetchOne(
            database, sql: "SELECT count(*) FROM functions WHERE tenant = ?", arguments: [tenant.databaseInteger]) ?? 0
    }
}
