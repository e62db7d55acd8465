import GRDB
import Glibc

/// Makes a data directory of a backup.
///
/// Everything is built in a directory of its own inside the new one, and moved to its place at the end, the database
/// last: a directory without a database is an empty one to whoever opens it. Inside and not beside it, because a data
/// directory may be the root of a file system.
struct Restoration {
    let source: DatabaseQueue

    init(file: String) throws(StorageError) {
        let (directory, name) = try DirectoryHandle.containing(file)
        guard directory.isRegularFile(name) else {
            throw StorageError(.unavailable, underlying: "\(file) is no file")
        }
        source = try DatabaseOpening.openReading(directory.path(of: name))
    }

    /// Builds the directory and returns when it has reached the disk.
    func run(into target: DirectoryHandle) throws -> BackupReport {
        let report = try source.read { database in
            guard try BackupTables.exist(database) else {
                throw StorageError(.corrupt, underlying: "the file is no backup")
            }
            try BackupTables.checkIntegrity(database)
            return try BackupTables.report(database)
        }
        let name = StagedFile.makeName()
        let staging = try target.makeSubdirectory(name)
        defer { target.removeTree(name) }
        try writeModules(to: try staging.makeSubdirectory("modules"))
        try writeDatabase(to: staging)
        try source.close()
        for entry in ["modules", DatabaseOpening.fileName] {
            try staging.move(entry, to: target)
            try target.synchronize()
        }
        return report
    }

    private func writeModules(to directory: DirectoryHandle) throws {
        let modules = ModuleStore(directory: directory)
        try source.read { database in
            for digest in try BackupTables.digests(database) {
                let pieces = try BackupTables.pieces(of: digest, database)
                try modules.writePieces(digest) { try pieces.next()?.bytes }
            }
        }
        try directory.synchronize()
    }

    private func writeDatabase(to directory: DirectoryHandle) throws {
        _ = try directory.file(DatabaseOpening.fileName, flags: O_RDWR | O_CREAT | O_EXCL)
        let copy = try DatabaseOpening.openCopy(directory.path(of: DatabaseOpening.fileName))
        try source.backup(to: copy)
        try copy.writeWithoutTransaction { database in
            try BackupTables.drop(database)
            try database.execute(sql: "VACUUM")
        }
        try copy.close()
        try directory.file(DatabaseOpening.fileName, flags: O_RDONLY).synchronize()
    }
}
