import GRDB
import Tenancy
import Testing

@testable import Storage

@Suite struct JobTests {
    @Test func `A job is found with everything it was created with, and survives opening again`() async throws {
        try await withTemporaryDirectory { path in
            let first = try Storage(directory: path)
            let created = try await first.submit(tenant: otherTenant, now: 1_700_000_000_000)
            #expect(
                created
                    == JobRecord(
                        id: created.id, function: sampleFunction, tenant: otherTenant, status: .pending,
                        createdUnixMilliseconds: 1_700_000_000_000))
            try await first.close()
            let second = try Storage(directory: path)
            #expect(try await second.job(created.id) == created)
            #expect(try await second.job(.random()) == nil)
            #expect(try await second.submit().createdUnixMilliseconds > 1_700_000_000_000)
            try await second.close()
        }
    }

    @Test(arguments: ["", "\u{0}", "{\"a\":1}", String(repeating: "é", count: 100_000)])
    func `What begins is what was accepted`(request: String) async throws {
        try await withStorage { storage, _ in
            let job = NewJob(
                function: sampleFunction, tenant: tenant, request: Array(request.utf8), timeLimitMilliseconds: 1_500)
            guard case .created(let record) = try await storage.createJob(job) else {
                Issue.record("not created")
                return
            }
            let started = try await storage.startJob(record.id, now: 5)
            #expect(
                started
                    == StartedJob(
                        id: record.id, function: sampleFunction, tenant: tenant, request: Array(request.utf8),
                        attempts: 1, timeLimitMilliseconds: 1_500))
            var running = record
            running.attempts = 1
            running.startedUnixMilliseconds = 5
            #expect(try await storage.job(record.id) == running)
            #expect(try await storage.startJob(record.id) == nil)
            #expect(try await storage.startJob(.random()) == nil)
        }
    }

    @Test(arguments: [JobStatus.completed, .failed, .cancelled])
    func `A job ends once, with its result, and its request goes`(status: JobStatus) async throws {
        try await withStorage { storage, _ in
            let id = try await storage.submit(now: 1).id
            _ = try await storage.startJob(id, now: 2)
            #expect(try await storage.finishJob(id, as: status, result: Array("{}".utf8), now: 3))
            let record = JobRecord(
                id: id, function: sampleFunction, tenant: tenant, status: status, createdUnixMilliseconds: 1,
                startedUnixMilliseconds: 2, finishedUnixMilliseconds: 3, attempts: 1, result: Array("{}".utf8))
            #expect(try await storage.job(id) == record)
            for other in [JobStatus.completed, .failed, .cancelled] {
                #expect(try await !storage.finishJob(id, as: other, result: [9]))
            }
            #expect(try await storage.startJob(id) == nil)
            #expect(try await storage.handBackJobs([id]) == 0)
            #expect(try await storage.cancelJob(id, tenant: tenant) == .finished(status))
            #expect(try await storage.job(id) == record)
            #expect(try await storage.integrityCheck().problems == [])
        }
    }

    @Test func `A cancelled job stays cancelled, whether it waited or ran`() async throws {
        try await withStorage { storage, _ in
            let waiting = try await storage.submit().id
            let running = try await storage.submit().id
            _ = try await storage.startJob(running)
            #expect(try await storage.cancelJob(waiting, tenant: tenant, now: 7) == .cancelled)
            #expect(try await storage.cancelJob(running, tenant: tenant, now: 8) == .running)
            #expect(try await storage.startJob(waiting) == nil)
            #expect(try await !storage.finishJob(running, as: .completed, result: [1]))
            for (id, time) in [(waiting, 7), (running, 8)] as [(JobID, Int64)] {
                #expect(try await storage.job(id)?.status == .cancelled)
                #expect(try await storage.job(id)?.finishedUnixMilliseconds == time)
                #expect(try await storage.job(id)?.result == nil)
            }
        }
    }

    @Test func `Another tenant's job cannot be cancelled or told from one that never was`() async throws {
        try await withStorage { storage, _ in
            let id = try await storage.submit().id
            #expect(try await storage.cancelJob(id, tenant: otherTenant) == .notFound)
            #expect(try await storage.cancelJob(.random(), tenant: tenant) == .notFound)
            #expect(try await storage.job(id)?.status == .pending)
        }
    }

    @Test func `A job handed back waits as if it had not begun`() async throws {
        try await withStorage { storage, _ in
            let created = try await storage.submit()
            _ = try await storage.startJob(created.id)
            #expect(try await storage.handBackJobs([created.id, .random(), created.id]) == 1)
            #expect(try await storage.job(created.id) == created)
            #expect(try await storage.startJob(created.id)?.attempts == 1)
        }
    }

    @Test func `A job that ran when the process died waits again at the next opening and its attempt counts`()
        async throws
    {
        try await withTemporaryDirectory { path in
            let first = try Storage(directory: path)
            var ids: [JobID] = []
            for _ in 0..<4 { ids.append(try await first.submit().id) }
            _ = try await first.startJob(ids[1])
            _ = try await first.startJob(ids[2])
            #expect(try await first.finishJob(ids[2], as: .failed, result: []))
            try await first.close()

            let second = try Storage(directory: path)
            #expect(second.cleanup.interruptedJobs == 1)
            let unfinished = try await second.unfinishedJobs()
            #expect(unfinished.map(\.id) == [ids[0], ids[1], ids[3]])
            #expect(unfinished.map(\.attempts) == [0, 1, 0])
            #expect(unfinished.map(\.tenant) == [tenant, tenant, tenant])
            #expect(try await second.job(ids[1])?.startedUnixMilliseconds == nil)
            #expect(try await second.startJob(ids[1])?.attempts == 2)
            try await second.close()
        }
    }

    @Test func `Unfinished jobs of all tenants are paged in the order of their creation`() async throws {
        try await withStorage { storage, _ in
            var ids: [JobID] = []
            for number in 0..<25 {
                ids.append(try await storage.submit(tenant: TenantID(UInt64(25 - number))).id)
            }
            #expect(try await storage.finishJob(ids[3], as: .completed, result: []))
            ids.remove(at: 3)
            var listed: [JobID] = []
            while true {
                let page = try await storage.unfinishedJobs(after: listed.last, limit: 7)
                listed += page.map(\.id)
                if page.count < 7 { break }
            }
            #expect(listed == ids)
            #expect(await failureCode { _ = try await storage.unfinishedJobs(after: .random()) } == .invalidCursor)
            #expect(await failureCode { _ = try await storage.unfinishedJobs(limit: 0) } == .invalidLimit)
            #expect(await failureCode { _ = try await storage.unfinishedJobs(limit: 1_001) } == .invalidLimit)
        }
    }

    @Test func `A result at its limit is kept and a larger one refused`() async throws {
        try await withStorage { storage, _ in
            let id = try await storage.submit().id
            let large = [UInt8](repeating: 1, count: StorageLimits.jobResultBytes + 1)
            let code = await failureCode { _ = try await storage.finishJob(id, as: .completed, result: large) }
            #expect(code == .resultTooLarge)
            #expect(try await storage.finishJob(id, as: .completed, result: Array(large.dropLast())))
            #expect(try await storage.job(id)?.result?.count == StorageLimits.jobResultBytes)
        }
    }

    @Test func `Of many who end or cancel a job at once exactly one does`() async throws {
        try await withStorage { storage, _ in
            for _ in 0..<20 {
                let id = try await storage.submit().id
                _ = try await storage.startJob(id)
                let winners = try await withThrowingTaskGroup(of: JobStatus?.self) { group in
                    for status in [JobStatus.completed, .failed, .completed, .failed] {
                        group.addTask { try await storage.finishJob(id, as: status, result: []) ? status : nil }
                    }
                    group.addTask { try await storage.cancelJob(id, tenant: tenant) == .running ? .cancelled : nil }
                    return try await group.reduce(into: [JobStatus]()) { if let status = $1 { $0.append(status) } }
                }
                #expect(winners.count == 1)
                #expect(try await storage.job(id)?.status == winners.first)
            }
        }
    }

    @Test func `A row that cannot be read is damage and fails nothing else`() async throws {
        try await withStorage { storage, _ in
            let damaged = try await storage.submit().id
            let sound = try await storage.submit().id
            try await storage.pool.storageWrite { database in
                try database.execute(
                    sql: "DELETE FROM job_requests WHERE number = (SELECT number FROM jobs WHERE id = ?)",
                    arguments: [damaged.description])
            }
            let held = HeldWriter(storage)
            async let first = failureCode { _ = try await storage.startJob(damaged) }
            async let second = storage.startJob(sound)
            try await held.gather(2)
            held.release()
            #expect(await first == .corrupt)
            #expect(try await second?.id == sound)
            #expect(try await storage.job(damaged)?.attempts == 0)
            #expect(try await storage.integrityCheck().problems == ["job \(damaged): its request is missing"])
        }
    }
}
