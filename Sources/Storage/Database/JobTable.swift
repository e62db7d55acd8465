import GRDB
import Tenancy

/// The statements about jobs. What may become of a job is decided by ``JobState``.
enum JobTable {
    /// What a change of a job needs to know of it.
    struct Current {
        let number: Int64
        let tenant: TenantID
        let function: FunctionID
        var state: JobState
        let timeLimitMilliseconds: Int?
    }

    /// Adds a job as the newest of its tenant.
    static func insert(_ record: JobRecord, _ job: NewJob, _ database: Database) throws {
        let sequence = try Int64.fetchOne(
            database.cachedStatement(
                sql: """
                    INSERT INTO job_sequences (tenant, last) VALUES (?, 1)
                    ON CONFLICT (tenant) DO UPDATE SET last = last + 1 RETURNING last
                    """),
            arguments: [record.tenant.databaseInteger])
        guard let sequence else { throw StorageError(.corrupt, underlying: "job_sequences gave no number") }
        try database.cachedStatement(
            sql: """
                INSERT INTO jobs (id, tenant, sequence, function, status, time_limit_ms, created_unix_ms, attempts)
                VALUES (?, ?, ?, ?, 'pending', ?, ?, 0)
                """
        ).execute(arguments: [
            record.id.description, record.tenant.databaseInteger, sequence, record.function.description,
            job.timeLimitMilliseconds, record.createdUnixMilliseconds,
        ])
        try database.cachedStatement(sql: "INSERT INTO job_requests (number, body) VALUES (?, ?)").execute(
            arguments: [database.lastInsertedRowID, Blob(job.request)])
    }

    /// What is stored of a job of any tenant.
    static func current(_ id: JobID, _ database: Database) throws -> Current? {
        let row = try Row.fetchOne(
            database.cachedStatement(
                sql: "SELECT number, tenant, function, status, attempts, time_limit_ms FROM jobs WHERE id = ?"),
            arguments: [id.description])
        guard let row else { return nil }
        return Current(
            number: try row.decode(Int64.self, atIndex: 0),
            tenant: TenantID(databaseInteger: try row.decode(Int64.self, atIndex: 1)),
            function: try JobRow.function(try row.decode(String.self, atIndex: 2)),
            state: JobState(
                phase: try JobRow.phase(try row.decode(String.self, atIndex: 3)),
                attempts: try row.decode(Int.self, atIndex: 4)),
            timeLimitMilliseconds: try row.decode(Int?.self, atIndex: 5))
    }

    /// The request of a job that has not ended.
    static func request(_ job: Current, _ database: Database) throws -> [UInt8] {
        let body = try Blob.fetchOne(
            database.cachedStatement(sql: "SELECT body FROM job_requests WHERE number = ?"), arguments: [job.number])
        guard let body else { throw StorageError(.corrupt, underlying: "job_requests lacks \(job.number)") }
        return body.bytes
    }

    /// Stores a job's state while it has not ended.
    static func move(_ job: Current, startedUnixMilliseconds: Int64?, _ database: Database) throws {
        try database.cachedStatement(
            sql: "UPDATE jobs SET status = ?, attempts = ?, started_unix_ms = ? WHERE number = ?"
        ).execute(arguments: [job.state.phase.rawValue, job.state.attempts, startedUnixMilliseconds, job.number])
    }

    /// Stores how a job ended, and drops the request, which nobody asks for any more.
    static func end(_ job: Current, result: [UInt8]?, now: Int64, _ database: Database) throws {
        try database.cachedStatement(
            sql: "UPDATE jobs SET status = ?, finished_unix_ms = ?, result = ? WHERE number = ?"
        ).execute(arguments: [job.state.phase.rawValue, now, result.map(Blob.init), job.number])
        try database.cachedStatement(sql: "DELETE FROM job_requests WHERE number = ?").execute(
            arguments: [job.number])
    }

    /// Lets every running job wait again, and returns how many: ``JobState/interrupt()`` for all at once.
    static func interruptRunning(_ database: Database) throws -> Int {
        try database.execute(
            sql: """
                UPDATE jobs SET status = 'pending', started_unix_ms = NULL
                WHERE finished_unix_ms IS NULL AND status = 'running'
                """)
        return database.changesCount
    }

    /// Removes jobs that ended before a time, the first ended first, and returns how many.
    static func removeExpired(finishedBefore time: Int64, limit: Int, _ database: Database) throws -> Int {
        try database.cachedStatement(
            sql: """
                DELETE FROM jobs WHERE number IN (
                    SELECT number FROM jobs WHERE finished_unix_ms < ? ORDER BY finished_unix_ms LIMIT ?)
                """
        ).execute(arguments: [time, limit])
        return database.changesCount
    }
}
