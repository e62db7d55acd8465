import Glibc
import Testing

@testable import Storage

@Suite(.enabled(if: Mount.isAvailable, "needs the right to mount a file system"))
struct JobDiskTests {
    @Test func `A full disk fails job writes as such, loses nothing, and is used again when space is freed`()
        async throws
    {
        try await Mount.withTmpfs(mebibytes: 8) { path in
            let storage = try Storage(directory: path)
            let kept = try await storage.submit().id
            let running = try await storage.submit().id
            _ = try await storage.startJob(running)
            try Mount.fill(path)

            // What the log has room for still succeeds; then nothing does.
            var acknowledged: [JobID] = []
            let large = String(repeating: "x", count: 100_000)
            var code: StorageError.Code?
            while code == nil, acknowledged.count < 200 {
                code = await failureCode { acknowledged.append(try await storage.submit(large).id) }
            }
            #expect(code == .full)
            let result = [UInt8](repeating: 1, count: StorageLimits.jobResultBytes)
            #expect(
                await failureCode { _ = try await storage.finishJob(running, as: .completed, result: result) } == .full)
            #expect(try await storage.job(running)?.status == .pending)
            #expect(try await storage.job(kept)?.status == .pending)

            try remove(path + "/filler")
            #expect(try await storage.finishJob(running, as: .completed, result: result))
            acknowledged.append(try await storage.submit(large).id)
            try await storage.close()

            let reopened = try Storage(directory: path)
            #expect(try await reopened.unfinishedJobs().map(\.id) == [kept] + acknowledged)
            #expect(try await reopened.job(running)?.result == result)
            #expect(try await reopened.integrityCheck().problems == [])
            try await reopened.close()
        }
    }

    @Test func `Many writes that do not fit fail together and the next that fits succeeds`() async throws {
        try await Mount.withTmpfs(mebibytes: 4) { path in
            let storage = try Storage(directory: path)
            let held = HeldWriter(storage)
            let large = String(repeating: "x", count: 1_000_000)
            let codes = try await withThrowingTaskGroup(of: StorageError.Code?.self) { group in
                for _ in 0..<16 { group.addTask { await failureCode { try await storage.submit(large) } } }
                try await held.gather(16)
                held.release()
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(codes == Array(repeating: .full, count: 16))
            let id = try await storage.submit().id
            #expect(try await storage.jobs(tenant: tenant).jobs.map(\.id) == [id])
            try await storage.close()
        }
    }

    @Test func `A database that becomes read-only fails job writes as such and is still read from`() async throws {
        try await Mount.withTmpfs(mebibytes: 8) { path in
            let first = try Storage(directory: path + "/data")
            let id = try await first.submit().id
            try await first.pool.storageWrite { try $0.execute(sql: "PRAGMA query_only = ON") }
            #expect(await failureCode { try await first.submit() } == .readOnly)
            #expect(await failureCode { _ = try await first.startJob(id) } == .readOnly)
            #expect(await failureCode { _ = try await first.cancelJob(id, tenant: tenant) } == .readOnly)
            #expect(try await first.job(id)?.status == .pending)
            try await first.pool.storageWrite { try $0.execute(sql: "PRAGMA query_only = OFF") }
            #expect(try await first.startJob(id) != nil)
            try await first.close()
        }
    }

    @Test func `A backup onto a full disk leaves nothing behind`() async throws {
        try await Mount.withTmpfs(mebibytes: 4) { path in
            try await withStorage { storage, _ in
                try await storage.deploy(module: sampleModule(count: 8 << 20))
                #expect(await failureCode { _ = try await storage.backup(to: path + "/backup") } == .full)
                #expect(storedFiles(path).isEmpty)
            }
        }
    }
}
