import Tenancy
import Testing

@testable import Storage

@Suite struct BackupTests {
    @Test func `What was backed up is restored in full, while the storage goes on`() async throws {
        try await withStorage { storage, directory in
            let small = try await storage.deploy("small")
            let shared = try await storage.deploy("shared", tenant: otherTenant)
            let large = sampleModule(3, count: 3 << 20)
            let big = try await storage.deploy("big", module: large)
            let finished = try await storage.submitFinished(result: [1, 2, 3])
            let running = try await storage.submit("running").id
            _ = try await storage.startJob(running)
            _ = try await storage.createJob(
                NewJob(function: small.id, tenant: tenant, request: []), idempotency: jobClaim("k"))
            let before = try await storage.jobs(tenant: tenant).jobs

            let file = directory + "/../backup"
            let report = try await storage.backup(to: file)
            #expect(report == BackupReport(functions: 3, modules: 2, jobs: 3))
            #expect(try permissions(file) == 0o600)
            #expect(!exists(file + "-wal") && !exists(file + "-shm") && !exists(file + "-journal"))
            // Later changes are not in it.
            #expect(try await storage.delete(big.id, tenant: tenant))
            try await storage.submit()

            let target = directory + "/../restored/data"
            #expect(try Storage.restore(from: file, into: target) == report)
            #expect(try permissions(target) == 0o700)
            let restored = try Storage(directory: target)
            #expect(restored.cleanup == CleanupReport(interruptedJobs: 1))
            #expect(try await restored.functions(tenant: tenant).functions == [small, big])
            #expect(try await restored.functions(tenant: otherTenant).functions == [shared])
            #expect(try await restored.moduleBytes(big.digest) == large)
            #expect(try await restored.moduleBytes(small.digest) == sampleModule())
            #expect(try await restored.job(finished)?.result == [1, 2, 3])
            #expect(try await restored.jobs(tenant: tenant).jobs.map(\.id) == before.map(\.id))
            let again = try await restored.startJob(running)
            #expect(again?.attempts == 2)
            #expect(again?.request == Array("running".utf8))
            let repeated = try await restored.createJob(
                NewJob(function: small.id, tenant: tenant, request: []), idempotency: jobClaim("k"))
            #expect(repeated == .repeated(answer: Array(before[2].id.description.utf8)))
            #expect(try await restored.integrityCheck() == IntegrityReport(functions: 3, modules: 2, jobs: 3))
            try await restored.close()
        }
    }

    @Test func `A directory is backed up whether it is open, closed or left by a killed process`() async throws {
        try await withTemporaryDirectory { path in
            let data = path + "/data"
            let storage = try Storage(directory: data)
            let id = try await storage.submit().id
            try Storage.backup(directory: data, to: path + "/open")
            // The storage does not notice.
            #expect(try await storage.startJob(id) != nil)
            #expect(await failureCode { _ = try Storage(directory: data) } == .locked)
            try await storage.pool.storageWrite { _ in
                try plant(content(data + "/tensor-wasm.sqlite"), at: path + "/killed/tensor-wasm.sqlite")
                try plant(content(data + "/tensor-wasm.sqlite-wal"), at: path + "/killed/tensor-wasm.sqlite-wal")
                try plant([], at: path + "/killed/modules/none")
            }
            try await storage.close()
            try Storage.backup(directory: data, to: path + "/closed")
            try Storage.backup(directory: path + "/killed", to: path + "/left")
            for name in ["open", "closed", "left"] {
                let report = try Storage.restore(from: "\(path)/\(name)", into: "\(path)/\(name).restored")
                #expect(report.jobs == 1)
                let restored = try Storage(directory: "\(path)/\(name).restored")
                #expect(try await restored.startJob(id)?.attempts == (name == "open" ? 1 : 2))
                try await restored.close()
            }
            // A directory that was backed up can be opened as before.
            let reopened = try Storage(directory: data)
            #expect(try await reopened.job(id)?.attempts == 1)
            try await reopened.close()
        }
    }

    @Test func `A backup under load holds one moment`() async throws {
        try await withStorage { storage, directory in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<4 {
                    group.addTask {
                        for round in 0..<15 {
                            let created = try await storage.deploy(module: sampleModule(UInt8(number * 16 + round)))
                            try await storage.submitFinished()
                            if round % 2 == 0 { _ = try await storage.delete(created.id, tenant: tenant) }
                        }
                    }
                }
                group.addTask {
                    for number in 0..<6 {
                        let file = "\(directory)/../backup\(number)"
                        let report = try await storage.backup(to: file)
                        #expect(try Storage.restore(from: file, into: file + ".data") == report)
                        #expect(try Storage.integrityCheck(directory: file + ".data").problems == [])
                    }
                }
                try await group.waitForAll()
            }
        }
    }

    @Test func `A file is replaced only when asked to`() async throws {
        try await withStorage { storage, directory in
            let file = directory + "/../backup"
            try plant([1], at: file)
            #expect(await failureCode { _ = try await storage.backup(to: file) } == .alreadyExists)
            #expect(try content(file) == [1])
            _ = try await storage.backup(to: file, replacing: true)
            #expect(try Storage.restore(from: file, into: file + ".data") == BackupReport())
            // Nothing else has appeared beside it.
            let names = storedFiles(directory + "/..").filter { !$0.contains("data/") }
            #expect(names == ["backup"])
        }
    }

    @Test func `A directory without a database is no data directory, and none appears in it`() async throws {
        try await withTemporaryDirectory { path in
            try plant([], at: path + "/data/modules/none")
            let backup = await failureCode { try Storage.backup(directory: path + "/data", to: path + "/b") }
            let check = await failureCode { _ = try Storage.integrityCheck(directory: path + "/data") }
            let absent = await failureCode { try Storage.backup(directory: path + "/none", to: path + "/b") }
            #expect([backup, check, absent] == [.invalidDirectory, .invalidDirectory, .unavailable])
            #expect(storedFiles(path) == ["data/modules/none"])
        }
    }

    @Test func `A damaged or missing module fails the backup and leaves nothing behind`() async throws {
        try await withStorage { storage, directory in
            let created = try await storage.deploy()
            let file = directory + "/../backup"
            try plant([1], at: storage.modulePath(created.digest))
            #expect(await failureCode { _ = try await storage.backup(to: file) } == .corrupt)
            try remove(storage.modulePath(created.digest))
            #expect(await failureCode { _ = try await storage.backup(to: file) } == .corrupt)
            #expect(storedFiles(directory + "/..").filter { !$0.hasPrefix("data") }.isEmpty)
        }
    }
}
