import GRDB
import Glibc

extension DatabaseOpening {
    /// Opens the database of a data directory for reading, beside a process that may be writing to it.
    ///
    /// - Throws: ``StorageError/Code/invalidDirectory`` when there is none, ``StorageError/Code/tooNew``, or the disk's
    ///   failure.
    static func openBeside(in directory: DirectoryHandle) throws(StorageError) -> DatabaseQueue {
        // Looked at, not opened: to close a descriptor of the file would end the locks that SQLite holds on it for
        // another connection of this process.
        guard let status = try directory.status(of: fileName), status.st_mode & S_IFMT == S_IFREG else {
            throw StorageError(.invalidDirectory, underlying: "no database in \(directory.path)")
        }
        return try openReading(directory.path(of: fileName))
    }

    /// Opens a database file for reading.
    static func openReading(_ path: String) throws(StorageError) -> DatabaseQueue {
        var configuration = plainConfiguration()
        configuration.readonly = true
        do {
            let queue = try DatabaseQueue(path: path, configuration: configuration)
            guard try !queue.read(DatabaseSchema.isTooNew) else {
                throw StorageError(.tooNew, underlying: "\(path) has unknown migrations")
            }
            return queue
        } catch {
            throw StorageError(mapping: error)
        }
    }

    /// Opens a database file that nobody else knows yet, for writing it at once.
    ///
    /// Nothing is synchronized: the caller synchronizes the file when it is complete.
    static func openCopy(_ path: String) throws(StorageError) -> DatabaseQueue {
        var configuration = plainConfiguration()
        configuration.prepareDatabase { database in
            try database.execute(sql: "PRAGMA synchronous = OFF")
        }
        do {
            return try DatabaseQueue(path: path, configuration: configuration)
        } catch {
            throw StorageError(mapping: error)
        }
    }

    private static func plainConfiguration() -> Configuration {
        var configuration = Configuration()
        configuration.label = "storage.copy"
        configuration.busyMode = .timeout(StorageLimits.busySeconds)
        return configuration
    }
}
