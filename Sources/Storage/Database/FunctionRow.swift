import GRDB
import Tenancy

/// A row of the table `functions`.
///
/// Ids and digests are stored as text, so that an operator can read and query them with any SQLite client.
struct FunctionRow: Codable, FetchableRecord, PersistableRecord, Sendable {
    static let databaseTableName = "functions"

    var id: String
    var tenant: Int64
    /// Counts a tenant's functions and never gives a number twice: the order of listings.
    var sequence: Int64
    var name: String
    var digest: String
    var sizeBytes: Int64
    /// Stored as JSON.
    var exports: [ExportSignature]
    var createdUnixMilliseconds: Int64

    enum CodingKeys: String, CodingKey {
        case id, tenant, sequence, name, digest, exports
        case sizeBytes = "size_bytes"
        case createdUnixMilliseconds = "created_unix_ms"
    }

    init(_ record: FunctionRecord, sequence: Int64) {
        id = record.id.description
        tenant = record.tenant.databaseInteger
        self.sequence = sequence
        name = record.name
        digest = record.digest.hex
        sizeBytes = Int64(record.sizeBytes)
        exports = record.exports
        createdUnixMilliseconds = record.createdUnixMilliseconds
    }

    /// The record that the row stands for.
    func record() throws(StorageError) -> FunctionRecord {
        guard let id = FunctionID(parsing: id), let digest = Digest(hex: digest), let size = Int(exactly: sizeBytes)
        else {
            throw StorageError(.corrupt, underlying: "functions: a row with an unreadable id, digest or size")
        }
        return FunctionRecord(
            id: id, tenant: TenantID(databaseInteger: tenant), name: name, digest: digest, sizeBytes: size,
            exports: exports, createdUnixMilliseconds: createdUnixMilliseconds)
    }
}
