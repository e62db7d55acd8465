import GRDB
import Tenancy

extension JobTable {
    /// The job with an id, of any tenant.
    static func find(_ id: JobID, _ database: Database) throws -> JobRecord? {
        try Row.fetchOne(
            database.cachedStatement(sql: "SELECT \(JobRow.columns) FROM jobs WHERE id = ?"),
            arguments: [id.description]
        ).map(JobRow.record)
    }

    /// The jobs of a tenant behind a place in its order, oldest first.
    static func page(_ listing: JobListing, limit: Int, after cursor: ListCursor, _ database: Database) throws
        -> JobPage
    {
        var conditions = "tenant = ? AND sequence > ?"
        var arguments: StatementArguments = [listing.tenant.databaseInteger, cursor.sequence]
        switch listing.status {
        case nil: break
        case .pending: conditions += " AND finished_unix_ms IS NULL"
        case .some(let status):
            conditions += " AND finished_unix_ms IS NOT NULL AND status = ?"
            arguments += [status.rawValue]
        }
        if let function = listing.function {
            conditions += " AND function = ?"
            arguments += [function.description]
        }
        // One row more than asked for tells whether there is a next page.
        arguments += [limit + 1]
        let rows = try Row.fetchCursor(
            database.cachedStatement(
                sql: "SELECT \(JobRow.columns) FROM jobs WHERE \(conditions) ORDER BY sequence LIMIT ?"),
            arguments: arguments)

        var jobs: [JobRecord] = []
        var last = cursor
        var resultBytes = 0
        while let row = try rows.next() {
            if jobs.count == limit || resultBytes >= StorageLimits.pageResultBytes {
                return JobPage(jobs: jobs, nextCursor: last.text(of: listing.cursorScope))
            }
            let job = try JobRow.record(row)
            jobs.append(job)
            last = ListCursor(after: try JobRow.sequence(row))
            resultBytes += job.result?.count ?? 0
        }
        return JobPage(jobs: jobs, nextCursor: nil)
    }

    /// The jobs that have not ended, in the order in which they were accepted, behind one of them.
    static func unfinished(after id: JobID?, limit: Int, _ database: Database) throws -> [UnfinishedJob] {
        var place: Int64 = 0
        if let id {
            guard let job = try current(id, database) else { throw StorageError(.invalidCursor) }
            place = job.number
        }
        return try Row.fetchAll(
            database.cachedStatement(
                sql: """
                    SELECT id, tenant, attempts FROM jobs INDEXED BY jobs_unfinished
                    WHERE finished_unix_ms IS NULL AND number > ? ORDER BY number LIMIT ?
                    """),
            arguments: [place, limit]
        ).map { row in
            UnfinishedJob(
                id: try JobRow.id(try row.decode(String.self, atIndex: 0)),
                tenant: TenantID(databaseInteger: try row.decode(Int64.self, atIndex: 1)),
                attempts: try row.decode(Int.self, atIndex: 2))
        }
    }
}
