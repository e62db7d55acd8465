import GRDB
import Tenancy

extension Storage {
    /// Accepts a job; when this returns, it survives a power failure.
    ///
    /// Calls that come while the disk is written to are committed together.
    ///
    /// - Parameters:
    ///   - new: The job; its request has at most ``StorageLimits/jobRequestBytes``.
    ///   - idempotency: What makes the request recognizable when it comes again.
    ///   - now: Milliseconds since the Unix epoch; those of the system's clock when nil.
    /// - Throws: ``StorageError``, with ``StorageError/Code/overloaded`` when too many calls wait; no job is stored then,
    ///   unless the disk failed while it was synchronized and the power fails too.
    public func createJob(
        _ new: NewJob, idempotency: IdempotencyClaim<JobRecord>? = nil, now: Int64? = nil
    ) async throws(StorageError) -> Creation<JobRecord> {
        guard new.request.count <= StorageLimits.jobRequestBytes else { throw StorageError(.requestTooLarge) }
        let now = now ?? WallClock.unixMilliseconds()
        let record = JobRecord(
            id: .random(), function: new.function, tenant: new.tenant, status: .pending, createdUnixMilliseconds: now)
        var key: IdempotencyEntry?
        if let idempotency { key = try IdempotencyEntry(idempotency, for: record, tenant: new.tenant, now: now) }
        try jobRequestGate.enter()
        defer { jobRequestGate.leave() }
        let bytes = new.request.count + (key?.answer.count ?? 0)
        return try await jobWrites.perform(bytes: bytes) { [key] database in
            if let earlier: Creation<JobRecord> = try key?.earlier(database) { return earlier }
            try JobTable.insert(record, new, database)
            if let key { try IdempotencyTable.store(key, database) }
            return .created(record)
        }
    }

    /// The job with an id, of whatever tenant: the caller compares the owner.
    public func job(_ id: JobID) async throws(StorageError) -> JobRecord? {
        try gate.enter()
        defer { gate.leave() }
        return try await pool.storageRead { try JobTable.find(id, $0) }
    }

    /// A page of a tenant's jobs, in the order of their creation, the oldest first.
    ///
    /// The order never changes: a job that exists and matches during the whole of a listing is listed exactly once.
    ///
    /// - Parameters:
    ///   - tenant: Whose jobs.
    ///   - status: Only jobs with this status; running ones are pending.
    ///   - function: Only jobs of this function.
    ///   - limit: 1 … ``StorageLimits/pageItems``. A page may have fewer although more follow, when their results are
    ///     large; only ``JobPage/nextCursor`` tells.
    ///   - cursor: The last page's ``JobPage/nextCursor``, of the same tenant and filters; nil for the first page.
    /// - Throws: ``StorageError`` with ``StorageError/Code/invalidCursor`` or ``StorageError/Code/invalidLimit``, or the
    ///   disk's failure.
    public func jobs(
        tenant: TenantID, status: JobStatus? = nil, function: FunctionID? = nil, limit: Int = 100,
        cursor: String? = nil
    ) async throws(StorageError) -> JobPage {
        guard (1...StorageLimits.pageItems).contains(limit) else { throw StorageError(.invalidLimit) }
        let listing = JobListing(tenant: tenant, status: status, function: function)
        var place = ListCursor(after: 0)
        if let cursor { place = try ListCursor(parsing: cursor, of: listing.cursorScope) }
        try gate.enter()
        defer { gate.leave() }
        return try await pool.storageRead { [place] database in
            try JobTable.page(listing, limit: limit, after: place, database)
        }
    }

    /// Cancels a job of a tenant; when this returns, it stays cancelled.
    ///
    /// - Returns: What the job did until then. After ``JobCancellation/running`` whoever runs it must stop: what it would
    ///   finish with is not kept.
    public func cancelJob(
        _ id: JobID, tenant: TenantID, now: Int64? = nil
    ) async throws(StorageError) -> JobCancellation {
        let now = now ?? WallClock.unixMilliseconds()
        try jobRequestGate.enter()
        defer { jobRequestGate.leave() }
        return try await jobWrites.perform { database in
            guard var job = try JobTable.current(id, database), job.tenant == tenant else { return .notFound }
            let outcome = job.state.cancel()
            if outcome == .cancelled || outcome == .running {
                try JobTable.end(job, result: nil, now: now, database)
            }
            return outcome
        }
    }
}
