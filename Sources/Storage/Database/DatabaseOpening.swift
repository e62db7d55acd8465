import GRDB
import Glibc

/// Opens the database of a data directory.
enum DatabaseOpening {
    static let fileName = "tensor-wasm.sqlite"

    /// Opens or makes the database and brings its tables up to date.
    static func open(in directory: DirectoryHandle) throws(StorageError) -> DatabasePool {
        // SQLite would follow a symbolic link and make the file readable by all.
        _ = try directory.file(fileName, flags: O_RDWR | O_CREAT)
        do {
            let pool = try DatabasePool(path: directory.path(of: fileName), configuration: configuration())
            // Opening a pool chooses NORMAL, with which a power failure can undo the last commits.
            try pool.writeWithoutTransaction { database in
                try database.execute(sql: "PRAGMA synchronous = FULL")
            }
            try DatabaseSchema.migrate(pool)
            // The entries of the database and of its log must outlive a power failure like their content.
            try directory.synchronize()
            return pool
        } catch {
            throw StorageError(mapping: error)
        }
    }

    private static func configuration() -> Configuration {
        var configuration = Configuration()
        configuration.label = "storage"
        configuration.maximumReaderCount = StorageLimits.readingConnections
        configuration.busyMode = .timeout(StorageLimits.busySeconds)
        configuration.prepareDatabase { database in
            // A negative size is in KiB (https://www.sqlite.org/pragma.html#pragma_cache_size).
            try database.execute(sql: "PRAGMA cache_size = -\(StorageLimits.connectionCacheKiB)")
            try database.execute(sql: "PRAGMA journal_size_limit = \(StorageLimits.journalBytes)")
        }
        return configuration
    }
}
