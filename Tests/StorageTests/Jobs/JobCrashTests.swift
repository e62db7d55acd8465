import Foundation
import GRDB
import Tenancy
import TestSupport
import Testing

@testable import Storage

/// What a process leaves that dies without warning, made by copying its files between two of its writes.
@Suite struct JobCrashTests {
    private static let names = ["tensor-wasm.sqlite", "tensor-wasm.sqlite-wal"]

    @Test func `Whatever was acknowledged when the process died is there afterwards, once and whole`() async throws {
        try await withTemporaryDirectory { path in
            let storage = try Storage(directory: path + "/data")
            let created = SharedList<JobID>()
            let finished = SharedList<JobID>()
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<16 {
                    group.addTask {
                        for _ in 0..<40 {
                            let id = try await storage.submit().id
                            created.add(id)
                            #expect(try await storage.startJob(id) != nil)
                            #expect(try await storage.finishJob(id, as: .completed, result: Array(id.description.utf8)))
                            finished.add(id)
                        }
                    }
                }
                group.addTask {
                    for moment in 0..<12 {
                        try await wait { created.all.count >= moment * 40 }
                        // No write runs beside this one, so the files are those of one moment.
                        let (created, finished) = try await storage.pool.storageWrite { _ in
                            let acknowledged = (created.all, finished.all)
                            try copyFiles(from: path + "/data", to: "\(path)/copy\(moment)")
                            return acknowledged
                        }
                        try await check("\(path)/copy\(moment)", created, finished)
                    }
                }
                try await group.waitForAll()
            }
            try await storage.close()
        }
    }

    @Test func `A transaction that was cut off while it was written has no effect, and all before it have`()
        async throws
    {
        try await withTemporaryDirectory { path in
            let storage = try Storage(directory: path + "/data")
            // One transaction each, of several jobs, with the size of the log after each.
            var groups: [(size: Int, ids: [JobID])] = []
            for _ in 0..<6 {
                let held = HeldWriter(storage)
                let ids = try await withThrowingTaskGroup(of: JobID.self) { group in
                    for _ in 0..<8 { group.addTask { try await storage.submit().id } }
                    try await held.gather(8)
                    held.release()
                    return try await group.reduce(into: []) { $0.append($1) }
                }
                groups.append((try content("\(path)/data/tensor-wasm.sqlite-wal").count, ids))
            }
            try copyFiles(from: path + "/data", to: path + "/whole")
            try await storage.close()

            let log = try content(path + "/whole/tensor-wasm.sqlite-wal")
            var generator = SeededGenerator(seed: 4)
            for number in 0..<24 {
                let size = Int.random(in: groups[0].size...log.count, using: &generator)
                let cut = "\(path)/cut\(number)"
                try copyFiles(from: path + "/whole", to: cut)
                try plant(Array(log.prefix(size)), at: cut + "/tensor-wasm.sqlite-wal")
                let reopened = try Storage(directory: cut)
                let expected = groups.filter { $0.size <= size }.flatMap(\.ids)
                #expect(Set(try await reopened.jobs(tenant: tenant, limit: 1_000).jobs.map(\.id)) == Set(expected))
                #expect(try await reopened.integrityCheck().problems == [])
                try await reopened.close()
            }
        }
    }

    private func check(_ copy: String, _ created: [JobID], _ finished: [JobID]) async throws {
        // Also before anything has repaired the copy, as an operator might.
        #expect(try Storage.integrityCheck(directory: copy).problems == [])
        let reopened = try Storage(directory: copy)
        let jobs = try await reopened.jobs(tenant: tenant, limit: 1_000).jobs
        let records = Dictionary(uniqueKeysWithValues: jobs.map { ($0.id, $0) })
        #expect(Set(created).isSubset(of: records.keys))
        for id in finished {
            #expect(records[id]?.status == .completed)
            #expect(records[id]?.result == Array(id.description.utf8))
        }
        let pending = jobs.filter { $0.status == .pending }
        #expect(try await reopened.unfinishedJobs().map(\.id) == pending.map(\.id))
        for job in pending {
            #expect(job.startedUnixMilliseconds == nil)
            #expect(try await reopened.startJob(job.id)?.attempts == job.attempts + 1)
        }
        try await reopened.close()
    }

    private func copyFiles(from directory: String, to copy: String) throws {
        try FileManager.default.createDirectory(atPath: copy + "/modules", withIntermediateDirectories: true)
        for name in Self.names where exists("\(directory)/\(name)") {
            try FileManager.default.copyItem(atPath: "\(directory)/\(name)", toPath: "\(copy)/\(name)")
        }
    }
}
