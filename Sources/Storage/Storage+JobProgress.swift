import GRDB

/// The changes of jobs by whoever runs them.
extension Storage {
    /// Marks a waiting job as running; when this returns, the attempt counts even if the process dies.
    ///
    /// - Parameters:
    ///   - id: The job, of whatever tenant.
    ///   - now: Milliseconds since the Unix epoch; those of the system's clock when nil.
    /// - Returns: The job, or nil when it does not wait: it runs, has ended, or was removed.
    public func startJob(_ id: JobID, now: Int64? = nil) async throws(StorageError) -> StartedJob? {
        let now = now ?? WallClock.unixMilliseconds()
        return try await changingJobs { database in
            guard var job = try JobTable.current(id, database), job.state.start() else { return nil }
            let request = try JobTable.request(job, database)
            try JobTable.move(job, startedUnixMilliseconds: now, database)
            return StartedJob(
                id: id, function: job.function, tenant: job.tenant, request: request, attempts: job.state.attempts,
                timeLimitMilliseconds: job.timeLimitMilliseconds)
        }
    }

    /// Ends a job that waits or runs; when this returns true, that is how it ended for good.
    ///
    /// - Parameters:
    ///   - id: The job, of whatever tenant.
    ///   - status: A terminal status.
    ///   - result: What clients get, at most ``StorageLimits/jobResultBytes``; not looked into here.
    ///   - now: Milliseconds since the Unix epoch; those of the system's clock when nil.
    /// - Returns: False when the job has ended already or was removed: nothing is changed then.
    /// - Throws: ``StorageError`` with ``StorageError/Code/resultTooLarge``, or the disk's failure.
    public func finishJob(
        _ id: JobID, as status: JobStatus, result: [UInt8], now: Int64? = nil
    ) async throws(StorageError) -> Bool {
        precondition(status.isTerminal, "a job ends with a terminal status")
        guard result.count <= StorageLimits.jobResultBytes else { throw StorageError(.resultTooLarge) }
        let now = now ?? WallClock.unixMilliseconds()
        return try await changingJobs(bytes: result.count) { database in
            guard var job = try JobTable.current(id, database), job.state.finish(as: status) else { return false }
            try JobTable.end(job, result: result, now: now, database)
            return true
        }
    }

    /// Lets running jobs wait again as if they had not begun, for an orderly end of the process.
    ///
    /// - Returns: How many of them ran.
    @discardableResult
    public func handBackJobs(_ ids: [JobID]) async throws(StorageError) -> Int {
        var total = 0
        var rest = ids[...]
        while !rest.isEmpty {
            let part = rest.prefix(StorageLimits.batchOperations)
            rest = rest.dropFirst(part.count)
            total += try await changingJobs { database in
                try part.reduce(into: 0) { count, id in
                    guard var job = try JobTable.current(id, database), job.state.handBack() else { return }
                    try JobTable.move(job, startedUnixMilliseconds: nil, database)
                    count += 1
                }
            }
        }
        return total
    }

    /// The jobs that have not ended, in the order in which they were accepted: what a process takes up at its start.
    ///
    /// None of them runs then, since opening the storage has let those wait again that ran in a process that died.
    ///
    /// - Parameters:
    ///   - id: The last job of the page before; nil for the first page.
    ///   - limit: 1 … ``StorageLimits/pageItems``; a shorter page is the last.
    /// - Throws: ``StorageError`` with ``StorageError/Code/invalidLimit``, ``StorageError/Code/invalidCursor`` when there
    ///   is no job `id`, or the disk's failure.
    public func unfinishedJobs(
        after id: JobID? = nil, limit: Int = StorageLimits.pageItems
    ) async throws(StorageError) -> [UnfinishedJob] {
        guard (1...StorageLimits.pageItems).contains(limit) else { throw StorageError(.invalidLimit) }
        try gate.enter()
        defer { gate.leave() }
        return try await pool.storageRead { try JobTable.unfinished(after: id, limit: limit, $0) }
    }

    /// Removes jobs that ended before a time, those that ended first before others.
    ///
    /// - Parameters:
    ///   - time: Milliseconds since the Unix epoch.
    ///   - limit: The most jobs to remove, 1 … ``StorageLimits/pageItems``.
    /// - Returns: How many were removed; less than `limit` when none is left.
    @discardableResult
    public func removeExpiredJobs(
        finishedBefore time: Int64, limit: Int = StorageLimits.pageItems
    ) async throws(StorageError) -> Int {
        guard (1...StorageLimits.pageItems).contains(limit) else { throw StorageError(.invalidLimit) }
        return try await changingJobs { database in
            try JobTable.removeExpired(finishedBefore: time, limit: limit, database)
        }
    }

    /// Executes a change that the server itself makes, in a transaction shared with others.
    func changingJobs<Value: Sendable>(
        bytes: Int = 0, _ body: @escaping @Sendable (Database) throws -> Value
    ) async throws(StorageError) -> Value {
        try jobProgressGate.enter()
        defer { jobProgressGate.leave() }
        return try await jobWrites.perform(bytes: bytes, body)
    }
}
