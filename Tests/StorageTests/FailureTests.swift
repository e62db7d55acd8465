import GRDB
import Testing

@testable import Storage

@Suite struct FailureTests {
    @Test func `A row that cannot be inserted leaves no module behind`() async throws {
        try await withStorage { storage, directory in
            let shared = try await storage.deploy(module: sampleModule(1))
            let before = storedFiles(directory)
            try await storage.pool.storageWrite { database in
                try database.execute(
                    sql: """
                        CREATE TRIGGER refuse BEFORE INSERT ON functions BEGIN SELECT RAISE(ABORT, 'refused'); END
                        """)
            }
            for seed in [1, 2] as [UInt8] {
                let code = await failureCode { try await storage.deploy(module: sampleModule(seed)) }
                #expect(code == .unavailable)
            }
            #expect(storedFiles(directory) == before)
            #expect(try await storage.moduleBytes(shared.digest) == sampleModule(1))
            #expect(try await storage.functionCount() == 1)
        }
    }

    @Test func `A commit that fails keeps the module until the next opening decides`() async throws {
        try await withTemporaryDirectory { path in
            let storage = try Storage(directory: path)
            try await storage.pool.storageWrite { database in
                // A foreign key that is checked at commit makes the commit itself fail.
                try database.execute(
                    sql: """
                        CREATE TABLE absent (id INTEGER PRIMARY KEY);
                        CREATE TABLE child (id INTEGER REFERENCES absent DEFERRABLE INITIALLY DEFERRED);
                        CREATE TRIGGER fail AFTER INSERT ON functions BEGIN INSERT INTO child VALUES (1); END;
                        """)
            }
            #expect(await failureCode { try await storage.deploy() } == .unavailable)
            #expect(try await storage.functionCount() == 0)
            #expect(storedFiles(path).count == 1)
            try await storage.close()
            let reopened = try Storage(directory: path)
            #expect(reopened.cleanup.orphanedModules == 1)
            #expect(storedFiles(path).isEmpty)
            try await reopened.close()
        }
    }

    @Test func `A database that may not grow is reported as full and leaves no module behind`() async throws {
        try await withStorage { storage, directory in
            try await storage.pool.storageWrite { database in
                let pages = try Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0
                try database.execute(sql: "PRAGMA max_page_count = \(pages)")
            }
            let wide = ExportSignature(name: "wide", parameters: Array(repeating: "i32", count: 9_000), results: [])
            let code = await failureCode {
                _ = try await storage.create(
                    name: "n", tenant: tenant, module: [1], digest: Digest(of: [1]), exports: [wide])
            }
            #expect(code == .full)
            #expect(storedFiles(directory).isEmpty)
        }
    }

    @Test func `A removed or replaced directory or database is unreachable`() async throws {
        try await withStorage { storage, directory in
            try await storage.checkReachable()
            try plant([], at: directory + "/tensor-wasm.sqlite.new")
            try remove(directory + "/tensor-wasm.sqlite")
            #expect(await failureCode { try await storage.checkReachable() } == .unavailable)
            try remove(directory)
            #expect(await failureCode { try await storage.checkReachable() } == .unavailable)
            try plant([], at: directory + "/tensor-wasm.sqlite")
            #expect(await failureCode { try await storage.checkReachable() } == .unavailable)
        }
    }

    @Test func `A health check leaves nothing behind`() async throws {
        try await withStorage { storage, directory in
            for _ in 0..<3 { try await storage.checkReachable() }
            #expect(storedFiles(directory).isEmpty)
        }
    }
}
