import GRDB
import Glibc

/// Looks at everything stored, beside a process that may be working on it.
struct IntegrityCheck {
    let source: DatabaseQueue
    let modules: ModuleStore

    init(directory: DirectoryHandle) throws(StorageError) {
        source = try DatabaseOpening.openBeside(in: directory)
        modules = ModuleStore(directory: try directory.subdirectory("modules"))
    }

    func run() throws -> IntegrityReport {
        var report = IntegrityReport()
        var suspects: [(digest: Digest, problem: String)] = []
        // Without a transaction of ours, which could not be ended any more after some damage.
        try source.unsafeRead { try checkFile(&report, $0) }
        // What SQLite finds damaged is not worth reading, and may fail to be read.
        guard report.isSound else { return report }
        try source.read { database in
            suspects = try checkFunctions(&report, database)
            if try database.tableExists("jobs") { try checkJobs(&report, database) }
        }
        // A module may have gone since with its last function, which is no fault.
        for suspect in suspects where try source.read({ try FunctionTable.usesModule(suspect.digest, $0) }) {
            report.add(suspect.problem)
        }
        try source.close()
        return report
    }

    private func checkFile(_ report: inout IntegrityReport, _ database: Database) throws {
        do {
            let lines = try String.fetchAll(
                database, sql: "PRAGMA integrity_check(\(IntegrityReport.mostProblems))")
            for line in lines where line != "ok" { report.add("database: \(line)") }
        } catch let error as DatabaseError where StorageError(mapping: error).code == .corrupt {
            // Some damage ends the check itself.
            report.add("database: \(error.message ?? "damaged")")
        }
    }

    /// - Returns: Modules whose files are not as they should be.
    private func checkFunctions(
        _ report: inout IntegrityReport, _ database: Database
    ) throws -> [(digest: Digest, problem: String)] {
        var suspects: [(digest: Digest, problem: String)] = []
        var last: Digest?
        let rows = try FunctionRow.fetchCursor(database, sql: "SELECT * FROM functions ORDER BY digest")
        while let row = try rows.next(), suspects.count < IntegrityReport.mostProblems {
            report.functions += 1
            do {
                let function = try row.record()
                guard function.digest != last else { continue }
                last = function.digest
                report.modules += 1
                if let problem = try fault(of: function) { suspects.append((function.digest, problem)) }
            } catch {
                report.add("function \(row.id): \(error)")
            }
        }
        return suspects
    }

    /// Only the size is compared: to read every module would take as long as a backup, which does it.
    private func fault(of function: FunctionRecord) throws -> String? {
        let path = modules.path(of: function.digest)
        let shardName = String(function.digest.hex.prefix(2))
        guard try modules.directory.status(of: shardName) != nil,
            let status = try modules.directory.subdirectory(shardName).status(
                of: ModuleStore.fileName(of: function.digest))
        else { return "\(path) is missing" }
        guard status.st_mode & S_IFMT == S_IFREG else { return "\(path) is no regular file" }
        guard Int(status.st_size) == function.sizeBytes else {
            return "\(path) has \(status.st_size) bytes instead of \(function.sizeBytes)"
        }
        return nil
    }

    private func checkJobs(_ report: inout IntegrityReport, _ database: Database) throws {
        report.jobs = try Int.fetchOne(database, sql: "SELECT count(*) FROM jobs") ?? 0
        let lacking = try String.fetchAll(
            database,
            sql: """
                SELECT id FROM jobs INDEXED BY jobs_unfinished
                WHERE finished_unix_ms IS NULL AND number NOT IN (SELECT number FROM job_requests) LIMIT ?
                """,
            arguments: [IntegrityReport.mostProblems])
        for id in lacking { report.add("job \(id): its request is missing") }
        let unclaimed = try Int.fetchOne(
            database,
            sql: """
                SELECT count(*) FROM job_requests WHERE number NOT IN (
                    SELECT number FROM jobs INDEXED BY jobs_unfinished WHERE finished_unix_ms IS NULL)
                """)
        if let unclaimed, unclaimed > 0 { report.add("\(unclaimed) requests belong to no unfinished job") }
    }
}
