import GRDB

/// What makes a copy of the database a backup: the modules as rows, in pieces that fit into memory.
enum BackupTables {
    /// The largest piece that is read back, in bytes.
    static let pieceBytes = 1 << 20

    static func create(_ database: Database) throws {
        try database.execute(
            sql: """
                CREATE TABLE backup_modules (
                    digest TEXT NOT NULL,
                    piece INTEGER NOT NULL,
                    bytes BLOB NOT NULL CHECK (length(bytes) BETWEEN 1 AND \(pieceBytes)),
                    PRIMARY KEY (digest, piece)
                ) STRICT;
                """)
    }

    static func exist(_ database: Database) throws -> Bool {
        try database.tableExists("backup_modules")
    }

    static func drop(_ database: Database) throws {
        try database.execute(sql: "DROP TABLE backup_modules")
    }

    static func insert(_ bytes: [UInt8], digest: Digest, piece: Int, _ database: Database) throws {
        try database.cachedStatement(sql: "INSERT INTO backup_modules (digest, piece, bytes) VALUES (?, ?, ?)")
            .execute(arguments: [digest.hex, piece, Blob(bytes)])
    }

    static func remove(_ digest: Digest, _ database: Database) throws {
        try database.execute(sql: "DELETE FROM backup_modules WHERE digest = ?", arguments: [digest.hex])
    }

    /// The pieces of a module in order.
    static func pieces(of digest: Digest, _ database: Database) throws -> DatabaseValueCursor<Blob> {
        try Blob.fetchCursor(
            database, sql: "SELECT bytes FROM backup_modules WHERE digest = ? ORDER BY piece", arguments: [digest.hex])
    }

    /// The digests of all modules that functions have, without repetition.
    static func digests(_ database: Database) throws -> [Digest] {
        try String.fetchAll(database, sql: "SELECT DISTINCT digest FROM functions ORDER BY digest").map { hex in
            guard let digest = Digest(hex: hex) else {
                throw StorageError(.corrupt, underlying: "functions: a row with an unreadable digest")
            }
            return digest
        }
    }

    static func report(_ database: Database) throws -> BackupReport {
        var report = BackupReport()
        report.functions = try FunctionTable.count(tenant: nil, database)
        report.modules = try Int.fetchOne(database, sql: "SELECT count(DISTINCT digest) FROM functions") ?? 0
        if try database.tableExists("jobs") {
            report.jobs = try Int.fetchOne(database, sql: "SELECT count(*) FROM jobs") ?? 0
        }
        return report
    }

    /// Fails unless the whole file is as SQLite wrote it.
    static func checkIntegrity(_ database: Database) throws {
        let problems = try String.fetchAll(database, sql: "PRAGMA integrity_check(10)")
        guard problems == ["ok"] else {
            throw StorageError(.corrupt, underlying: problems.joined(separator: "; "))
        }
    }
}
