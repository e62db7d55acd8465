import GRDB
import Tenancy
import Testing

@testable import Storage

@Suite struct GroupCommitTests {
    @Test func `Writes that gather are committed together`() async throws {
        try await withStorage { storage, _ in
            let commits = CommitCounter(storage)
            let held = HeldWriter(storage)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<100 { group.addTask { try await storage.submit() } }
                try await held.gather(100)
                held.release()
                try await group.waitForAll()
            }
            #expect(try await storage.jobs(tenant: tenant, limit: 1_000).jobs.count == 100)
            #expect(commits.count == 1)
        }
    }

    @Test func `A write that fails undoes what it has written and fails alone`() async throws {
        try await withStorage { storage, _ in
            try await refuse(storage, "BEFORE INSERT ON job_requests WHEN NEW.body = x'00'")
            let held = HeldWriter(storage)
            let outcomes = try await withThrowingTaskGroup(of: (Int, StorageError.Code?).self) { group in
                for number in 0..<20 {
                    group.addTask {
                        let request = number % 5 == 0 ? "\u{0}" : "{}"
                        return (number, await failureCode { try await storage.submit(request) })
                    }
                }
                try await held.gather(20)
                held.release()
                return try await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
            }
            #expect(outcomes == [0: .unavailable, 5: .unavailable, 10: .unavailable, 15: .unavailable])
            #expect(try await storage.jobs(tenant: tenant).jobs.count == 16)
            #expect(try await storage.integrityCheck().problems == [])
            #expect(await failureCode { try await storage.submit() } == nil)
        }
    }

    @Test func `A commit that fails fails all who share it`() async throws {
        try await withStorage { storage, _ in
            try await storage.pool.storageWrite { database in
                // A foreign key that is checked at commit makes the commit itself fail.
                try database.execute(
                    sql: """
                        CREATE TABLE absent (id INTEGER PRIMARY KEY);
                        CREATE TABLE child (id INTEGER REFERENCES absent DEFERRABLE INITIALLY DEFERRED);
                        CREATE TRIGGER fail AFTER INSERT ON job_requests WHEN NEW.body = x'00'
                        BEGIN INSERT INTO child VALUES (1); END;
                        """)
            }
            let held = HeldWriter(storage)
            try await withThrowingTaskGroup(of: StorageError.Code?.self) { group in
                for number in 0..<10 {
                    group.addTask { await failureCode { try await storage.submit(number == 5 ? "\u{0}" : "{}") } }
                }
                try await held.gather(10)
                held.release()
                for try await code in group { #expect(code == .unavailable) }
            }
            #expect(try await storage.jobs(tenant: tenant).jobs.isEmpty)
            #expect(await failureCode { try await storage.submit() } == nil)
        }
    }

    @Test func `Too many requests at once are refused while jobs can still end`() async throws {
        try await withStorage { storage, _ in
            let running = try await storage.submit().id
            _ = try await storage.startJob(running)
            let held = HeldWriter(storage)
            let refused = try await withThrowingTaskGroup(of: StorageError.Code?.self) { group in
                for _ in 0...StorageLimits.jobRequests {
                    group.addTask { await failureCode { try await storage.submit() } }
                }
                try await held.gather(StorageLimits.jobRequests)
                group.addTask {
                    let isFinished = try await storage.finishJob(running, as: .completed, result: [])
                    #expect(isFinished)
                    return nil
                }
                try await held.gather(StorageLimits.jobRequests + 1)
                held.release()
                return try await group.reduce(into: [StorageError.Code]()) { if let code = $1 { $0.append(code) } }
            }
            #expect(refused == [.overloaded])
        }
    }

    @Test func `A write whose task is cancelled is still completed`() async throws {
        try await withStorage { storage, _ in
            let task = Task {
                withUnsafeCurrentTask { $0?.cancel() }
                return try await storage.submit()
            }
            let record = try await task.value
            #expect(try await storage.job(record.id) == record)
        }
    }

    @Test func `Closing waits for the writes in progress and refuses later ones`() async throws {
        try await withTemporaryDirectory { path in
            let storage = try Storage(directory: path)
            let held = HeldWriter(storage)
            let first = Task { try await storage.submit() }
            try await held.gather(1)
            async let closing: Void = storage.close()
            held.release()
            let record = try await first.value
            try await closing
            #expect(await failureCode { try await storage.submit() } == .closed)
            #expect(await failureCode { _ = try await storage.startJob(record.id) } == .closed)
            #expect(await failureCode { _ = try await storage.job(record.id) } == .closed)
            let reopened = try Storage(directory: path)
            #expect(try await reopened.job(record.id) == record)
            try await reopened.close()
        }
    }

    private func refuse(_ storage: Storage, _ event: String) async throws {
        try await storage.pool.storageWrite { database in
            try database.execute(sql: "CREATE TRIGGER refuse \(event) BEGIN SELECT RAISE(ABORT, 'refused'); END")
        }
    }
}
