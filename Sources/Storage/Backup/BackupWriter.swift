import GRDB
import Glibc

/// Writes a backup of a data directory: one SQLite file with the tables, and the modules as rows.
///
/// The tables are those of one moment. A module that was removed since, with its last function, is the only thing that
/// can be missing then, and its functions are left out as if the backup had been made after their removal.
struct BackupWriter {
    let source: DatabaseQueue
    let modules: ModuleStore

    init(directory: DirectoryHandle) throws(StorageError) {
        source = try DatabaseOpening.openBeside(in: directory)
        modules = ModuleStore(directory: try directory.subdirectory("modules"))
    }

    /// Writes the backup in the place of the new, empty file at `path`, and returns when it has reached the disk.
    func write(to path: String) throws -> BackupReport {
        let copy = try DatabaseOpening.openCopy(path)
        try source.backup(to: copy)
        let report = try copy.writeWithoutTransaction { database in
            // The copy says of itself that it has a log, like the original; a backup is one file.
            try database.execute(sql: "PRAGMA journal_mode = DELETE")
            try BackupTables.create(database)
            for digest in try BackupTables.digests(database) {
                try database.inTransaction {
                    try add(digest, database)
                    return .commit
                }
            }
            try BackupTables.checkIntegrity(database)
            return try BackupTables.report(database)
        }
        try copy.close()
        try source.close()
        return report
    }

    private func add(_ digest: Digest, _ database: Database) throws {
        do {
            var piece = 0
            try modules.readPieces(digest) { bytes in
                try BackupTables.insert(bytes, digest: digest, piece: piece, database)
                piece += 1
            }
        } catch let error as StorageError where error.code == .notFound || error.code == .corrupt {
            guard try !source.read({ try FunctionTable.usesModule(digest, $0) }) else {
                throw StorageError(.corrupt, underlying: error.underlying)
            }
            try BackupTables.remove(digest, database)
            try database.execute(sql: "DELETE FROM functions WHERE digest = ?", arguments: [digest.hex])
        }
    }
}
