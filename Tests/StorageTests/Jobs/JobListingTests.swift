import GRDB
import Tenancy
import TestSupport
import Testing

@testable import Storage

@Suite struct JobListingTests {
    @Test func `Every filter lists exactly the matching jobs of the tenant, in order, in pages of any size`()
        async throws
    {
        try await withStorage { storage, _ in
            let functions = [FunctionID.random(), FunctionID.random()]
            let expected = try await fill(storage, functions)
            for status in [nil, .pending, .completed, .failed, .cancelled] as [JobStatus?] {
                for function in [nil, functions[0], functions[1], .random()] as [FunctionID?] {
                    let matching = expected.filter { job in
                        (status == nil || job.status == status) && (function == nil || job.function == function)
                    }
                    for limit in [1, 3, 1_000] {
                        var listed: [JobRecord] = []
                        var cursor: String?
                        repeat {
                            let page = try await storage.jobs(
                                tenant: tenant, status: status, function: function, limit: limit, cursor: cursor)
                            #expect(page.jobs.count <= limit)
                            listed += page.jobs
                            cursor = page.nextCursor
                        } while cursor != nil
                        #expect(listed == matching)
                    }
                }
            }
        }
    }

    @Test func `A page ends early when the results are large`() async throws {
        try await withStorage { storage, _ in
            let result = [UInt8](repeating: 1, count: StorageLimits.jobResultBytes)
            for _ in 0..<6 { try await storage.submitFinished(result: result) }
            let first = try await storage.jobs(tenant: tenant)
            #expect(first.jobs.count == 4)
            let second = try await storage.jobs(tenant: tenant, cursor: first.nextCursor)
            #expect(second.jobs.count == 2)
            #expect(second.nextCursor == nil)
        }
    }

    @Test func `A limit or a cursor that does not fit is refused`() async throws {
        try await withStorage { storage, _ in
            for _ in 0..<3 { try await storage.submit() }
            let cursor = try #require(try await storage.jobs(tenant: tenant, limit: 1).nextCursor)
            for limit in [-1, 0, 1_001] {
                #expect(await failureCode { _ = try await storage.jobs(tenant: tenant, limit: limit) } == .invalidLimit)
            }
            for (owner, status) in [(otherTenant, nil), (tenant, .pending)] as [(TenantID, JobStatus?)] {
                let code = await failureCode {
                    _ = try await storage.jobs(tenant: owner, status: status, cursor: cursor)
                }
                #expect(code == .invalidCursor)
            }
        }
    }

    @Test func `No listing, start-up or removal looks at more rows than it returns`() async throws {
        try await withStorage { storage, _ in
            let statements = SharedList<String>()
            try await storage.pool.storageRead { database in
                database.trace { statements.add("\($0)") }
                for status in [nil, .pending, .failed] as [JobStatus?] {
                    for function in [nil, sampleFunction] as [FunctionID?] {
                        let listing = JobListing(tenant: tenant, status: status, function: function)
                        _ = try JobTable.page(listing, limit: 10, after: ListCursor(after: 1), database)
                    }
                }
                _ = try JobTable.unfinished(after: nil, limit: 10, database)
                database.trace(options: [])
            }
            let traced = statements.all.filter { $0.hasPrefix("SELECT") }
            #expect(traced.count == 7)
            for sql in traced + [Self.removal] {
                let plan = try await storage.pool.storageRead { database in
                    let arguments = StatementArguments(sql.filter { $0 == "?" }.map { _ in 1 })
                    return try Row.fetchAll(database, sql: "EXPLAIN QUERY PLAN \(sql)", arguments: arguments)
                        .map { $0["detail"] as String }
                }
                #expect(!plan.isEmpty)
                #expect(
                    !plan.contains { $0.hasPrefix("SCAN") || $0.contains("TEMP B-TREE FOR ORDER") }, "\(sql): \(plan)")
            }
        }
    }

    private static let removal = """
        DELETE FROM jobs WHERE number IN (
            SELECT number FROM jobs WHERE finished_unix_ms < 5 ORDER BY finished_unix_ms LIMIT 9)
        """

    /// Jobs of every status and both functions, in a random order, and some of another tenant.
    private func fill(_ storage: Storage, _ functions: [FunctionID]) async throws -> [JobRecord] {
        var generator = SeededGenerator(seed: 1)
        var ids: [JobID] = []
        for _ in 0..<60 {
            try await storage.submit(tenant: otherTenant, function: functions[0])
            let id = try await storage.submit(function: functions[Int.random(in: 0...1, using: &generator)]).id
            ids.append(id)
            switch Int.random(in: 0..<5, using: &generator) {
            case 0: break
            case 1: _ = try await storage.startJob(id)
            case 2: _ = try await storage.finishJob(id, as: .completed, result: [1])
            case 3: _ = try await storage.finishJob(id, as: .failed, result: [2])
            default: _ = try await storage.cancelJob(id, tenant: tenant)
            }
        }
        var records: [JobRecord] = []
        for id in ids { if let record = try await storage.job(id) { records.append(record) } }
        return records
    }
}
