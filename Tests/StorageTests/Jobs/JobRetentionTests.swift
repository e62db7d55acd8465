import Testing

@testable import Storage

@Suite struct JobRetentionTests {
    @Test func `Jobs that ended long enough ago go, the first ended first, and others stay`() async throws {
        try await withStorage { storage, _ in
            var ended: [JobID] = []
            for time in [30, 10, 20, 40] as [Int64] { ended.append(try await storage.submitFinished(now: time)) }
            let waiting = try await storage.submit(now: 1).id
            let running = try await storage.submit(now: 1).id
            _ = try await storage.startJob(running, now: 1)

            #expect(try await storage.removeExpiredJobs(finishedBefore: 10) == 0)
            #expect(try await storage.removeExpiredJobs(finishedBefore: 40, limit: 2) == 2)
            #expect(try await storage.job(ended[1]) == nil)
            #expect(try await storage.job(ended[2]) == nil)
            #expect(try await storage.removeExpiredJobs(finishedBefore: 40, limit: 2) == 1)
            let left = try await storage.jobs(tenant: tenant).jobs.map(\.id)
            #expect(left == [ended[3], waiting, running])
            for limit in [0, 1_001] {
                let code = await failureCode { try await storage.removeExpiredJobs(finishedBefore: 1, limit: limit) }
                #expect(code == .invalidLimit)
            }
        }
    }

    @Test func `A removed job is gone for everyone and its place in the order is not given again`() async throws {
        try await withStorage { storage, _ in
            let old = try await storage.submitFinished(now: 1)
            let cursor = try await storage.jobs(tenant: tenant)
            #expect(cursor.jobs.map(\.id) == [old])
            try await storage.removeExpiredJobs(finishedBefore: 2)
            #expect(try await storage.cancelJob(old, tenant: tenant) == .notFound)
            #expect(try await !storage.finishJob(old, as: .failed, result: []))
            #expect(try await storage.startJob(old) == nil)
            let next = try await storage.submit().id
            let sequence = try await storage.pool.storageRead { database in
                try JobTable.page(
                    JobListing(tenant: tenant, status: nil, function: nil), limit: 1, after: ListCursor(after: 1),
                    database)
            }
            #expect(sequence.jobs.map(\.id) == [next])
        }
    }
}
