import GRDB
import Testing

@testable import Storage

@Suite struct IntegrityTests {
    @Test func `A sound directory has no problems, and each damage is one`() async throws {
        try await withStorage { storage, directory in
            let kept = try await storage.deploy("kept")
            let missing = try await storage.deploy(module: sampleModule(2))
            let short = try await storage.deploy(module: sampleModule(3))
            let linked = try await storage.deploy(module: sampleModule(4))
            try await storage.submit()
            try await storage.submitFinished()
            #expect(try await storage.integrityCheck() == IntegrityReport(functions: 4, modules: 4, jobs: 2))
            #expect(try Storage.integrityCheck(directory: directory).isSound)

            try remove(storage.modulePath(missing.digest))
            try plant([1], at: storage.modulePath(short.digest))
            try remove(storage.modulePath(linked.digest))
            try linkSymbolically(storage.modulePath(linked.digest), to: storage.modulePath(kept.digest))
            try await storage.pool.storageWrite { database in
                try database.execute(
                    sql: """
                        DELETE FROM job_requests;
                        INSERT INTO job_requests VALUES (77, x'');
                        """)
            }
            let problems = try Storage.integrityCheck(directory: directory).problems
            #expect(problems.count == 5)
            for text in [
                "\(missing.digest).wasm is missing", "\(short.digest).wasm has 1 bytes",
                "\(linked.digest).wasm is no regular file", "its request is missing",
                "1 requests belong to no unfinished job",
            ] {
                #expect(problems.contains { $0.contains(text) }, "\(text)")
            }
        }
    }

    @Test func `A function that cannot be read is a problem, and the rest is still looked at`() async throws {
        try await withStorage { storage, _ in
            let damaged = try await storage.deploy()
            try await storage.deploy(module: sampleModule(2))
            try await storage.pool.storageWrite { database in
                try database.execute(
                    sql: "UPDATE functions SET digest = ? WHERE id = ?",
                    arguments: [String(repeating: "z", count: 64), damaged.id.description])
            }
            let report = try await storage.integrityCheck()
            #expect(report.functions == 2)
            #expect(report.problems.count == 1)
            #expect(report.problems.first?.contains(damaged.id.description) == true)
        }
    }

    @Test func `A damaged database file is found`() async throws {
        try await withTemporaryDirectory { path in
            let storage = try Storage(directory: path)
            for _ in 0..<300 { try await storage.submit() }
            try await storage.close()
            var bytes = try content(path + "/tensor-wasm.sqlite")
            for offset in bytes.count / 2..<bytes.count / 2 + 8_192 { bytes[offset] = 0x5A }
            try plant(bytes, at: path + "/tensor-wasm.sqlite")
            let problems = try Storage.integrityCheck(directory: path).problems
            #expect(!problems.isEmpty && problems.count <= IntegrityReport.mostProblems)
        }
    }
}
