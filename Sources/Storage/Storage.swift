import GRDB
import Glibc
import Synchronization
import Tenancy

/// Deployed functions, their modules and their jobs, in one directory of one process.
///
/// Functions and jobs are rows of an SQLite database; modules are files named by the SHA-256 of their bytes, shared by all
/// functions that have the same. What has been acknowledged survives a power failure: a module is on the disk
/// before the row that refers to it is, and a row is on the disk before `create` or `createJob` returns.
///
/// ```swift
/// let storage = try Storage(directory: "/var/lib/tensor-wasm")
/// let function = try await storage.create(
///     name: "resize", tenant: TenantID(7), module: bytes, digest: Digest(of: bytes), exports: exports)
/// try await storage.close()
/// ```
///
/// Nothing about functions is kept in memory besides 2 MiB of page cache. No call blocks the cooperative pool, and
/// cancelling the calling task does not stop a call half-way.
public final class Storage: Sendable {
    /// The data directory, as it was given.
    public let directory: String

    /// What a process that died had left and was removed at opening.
    public let cleanup: CleanupReport

    let root: DirectoryHandle
    let modules: ModuleStore
    let pool: DatabasePool
    let workers = BlockingWorkers(count: StorageLimits.fileThreads)
    /// Apart from the others: a backup may block its thread for minutes.
    let maintenance = BlockingWorkers(count: 1)
    let gate = OperationGate(limit: StorageLimits.operations)
    let jobRequestGate = OperationGate(limit: StorageLimits.jobRequests)
    let jobProgressGate = OperationGate(limit: StorageLimits.jobProgress)
    let jobWrites: GroupCommit
    /// The database file's inode at opening, to notice when it was replaced.
    let databaseInode: ino_t
    private let lock: DirectoryLock
    /// Two calls of `close` at once must not both close the pool.
    private let closing = Mutex<Void>(())

    /// Opens a data directory, and makes it, with mode 0700, when it does not exist.
    ///
    /// Blocks on the disk while it brings the tables up to date, removes what a process that died has left, and lets
    /// the jobs wait again that ran in it.
    ///
    /// - Parameter directory: A path; when relative, to the working directory, which then must not change.
    /// - Throws: ``StorageError`` with ``StorageError/Code/locked`` when another process, or another instance in this
    ///   one, has it open; ``StorageError/Code/tooNew`` when a newer version wrote it; or the disk's failure.
    public init(directory: String) throws(StorageError) {
        self.directory = directory
        root = try DirectoryHandle.making(directory)
        lock = try DirectoryLock(in: root)
        modules = ModuleStore(directory: try root.makeSubdirectory("modules"))
        let artifacts = try root.makeSubdirectory("artifacts")
        let pool = try DatabaseOpening.open(in: root)
        self.pool = pool
        jobWrites = GroupCommit(pool)
        databaseInode = try root.status(of: DatabaseOpening.fileName)?.st_ino ?? 0

        var report = try modules.removeLeftovers { digest throws(StorageError) in
            do {
                return try pool.read { try FunctionTable.usesModule(digest, $0) }
            } catch {
                throw StorageError(mapping: error)
            }
        }
        report.addTemporary(try artifacts.removeTemporaryFiles())
        report.addTemporary(try root.removeTemporaryFiles())
        do {
            report.interruptedJobs = try pool.write(JobTable.interruptRunning)
        } catch {
            throw StorageError(mapping: error)
        }
        cleanup = report
    }

    /// Where another room keeps compiled code: `<data>/artifacts`, made with mode 0700.
    ///
    /// Temporary files of ``AtomicFile`` directly inside are removed when the storage is opened.
    public var artifactsDirectory: String { root.path(of: "artifacts") }

    /// Waits for the operations in progress, closes the database and lets other processes have the directory.
    ///
    /// Later operations fail with ``StorageError/Code/closed``; closing again does nothing.
    ///
    /// - Throws: ``StorageError`` when the database could not be closed; the directory is given up all the same.
    public func close() async throws(StorageError) {
        await jobRequestGate.close()
        await jobProgressGate.close()
        await gate.close()
        try await workers.run { () throws(StorageError) in
            try self.closing.withLock { _ throws(StorageError) in
                defer { self.lock.release() }
                do {
                    try self.pool.close()
                } catch {
                    throw StorageError(mapping: error)
                }
            }
        }
    }
}
