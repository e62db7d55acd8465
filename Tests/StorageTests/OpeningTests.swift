import GRDB
import Testing

@testable import Storage

@Suite struct OpeningTests {
    @Test func `A directory and its parents are made for the owner only`() async throws {
        try await withTemporaryDirectory { path in
            let directory = path + "/a/b//"
            let storage = try Storage(directory: directory)
            let created = try await storage.deploy()
            for made in ["/a", "/a/b", "/a/b/modules", "/a/b/artifacts"] {
                #expect(try permissions(path + made) == 0o700)
            }
            #expect(storage.artifactsDirectory == path + "/a/b/artifacts")
            for file in ["/lock", "/tensor-wasm.sqlite", "/tensor-wasm.sqlite-wal", "/tensor-wasm.sqlite-shm"] {
                #expect(try permissions(path + "/a/b" + file) == 0o600)
            }
            #expect(try permissions(storage.modulePath(created.digest)) == 0o600)
            #expect(storage.directory == directory)
            try await storage.close()
        }
    }

    @Test func `A second opening is refused until the first has closed`() async throws {
        try await withTemporaryDirectory { path in
            let first = try Storage(directory: path)
            #expect(await failureCode { _ = try Storage(directory: path) } == .locked)
            #expect(await failureCode { try await first.checkReachable() } == nil)
            try await first.close()
            let second = try Storage(directory: path)
            try await second.close()
        }
    }

    @Test func `After closing every operation is refused and closing again does nothing`() async throws {
        try await withStorage { storage, _ in
            let created = try await storage.deploy()
            async let first: Void = storage.close()
            async let second: Void = storage.close()
            _ = try await (first, second)
            try await storage.close()
            #expect(await failureCode { try await storage.deploy() } == .closed)
            #expect(await failureCode { _ = try await storage.function(created.id) } == .closed)
            #expect(await failureCode { _ = try await storage.delete(created.id, tenant: tenant) } == .closed)
            #expect(await failureCode { _ = try await storage.functions(tenant: tenant) } == .closed)
            #expect(await failureCode { _ = try await storage.moduleBytes(created.digest) } == .closed)
            #expect(await failureCode { _ = try await storage.functionCount() } == .closed)
            #expect(await failureCode { try await storage.checkReachable() } == .closed)
        }
    }

    @Test func `Commits are synchronized and the page cache is bounded`() async throws {
        try await withStorage { storage, _ in
            let synchronous = try await storage.pool.storageWrite { database in
                try Int.fetchOne(database, sql: "PRAGMA synchronous")
            }
            let journal = try await storage.pool.storageRead { database in
                try String.fetchOne(database, sql: "PRAGMA journal_mode")
            }
            let cache = try await storage.pool.storageRead { database in
                try Int.fetchOne(database, sql: "PRAGMA cache_size")
            }
            // 2 is FULL, and a negative cache size is in KiB.
            #expect(synchronous == 2)
            #expect(journal == "wal")
            #expect(cache == -StorageLimits.connectionCacheKiB)
            #expect((StorageLimits.readingConnections + 1) * StorageLimits.connectionCacheKiB <= 2_048)
        }
    }

    @Test func `A database of a newer version is refused and left as it is`() async throws {
        try await withTemporaryDirectory { path in
            let storage = try Storage(directory: path)
            let created = try await storage.deploy()
            try await storage.pool.storageWrite { database in
                try database.execute(sql: "INSERT INTO grdb_migrations (identifier) VALUES ('9-future')")
            }
            try await storage.close()
            #expect(await failureCode { _ = try Storage(directory: path) } == .tooNew)
            #expect(exists(storage.modulePath(created.digest)))
            // The refused opening holds nothing.
            #expect(await failureCode { _ = try Storage(directory: path) } == .tooNew)
        }
    }

    @Test func `A file that is no database is reported as damage`() async throws {
        try await withTemporaryDirectory { path in
            try plant(Array(repeating: 0x41, count: 8_192), at: path + "/tensor-wasm.sqlite")
            #expect(await failureCode { _ = try Storage(directory: path) } == .corrupt)
        }
    }

    @Test(arguments: ["", "a\u{0}b", "/dev/null", "/dev/null/data", String(repeating: "/d", count: 3_000)])
    func `A path that cannot be a directory is refused`(path: String) async throws {
        #expect(await failureCode { _ = try Storage(directory: path) } == .invalidDirectory)
    }

    @Test func `A dangling link in the path is refused`() async throws {
        try await withTemporaryDirectory { path in
            try linkSymbolically(path + "/link", to: path + "/nowhere")
            #expect(await failureCode { _ = try Storage(directory: path + "/link/data") } == .unavailable)
        }
    }

    @Test func `Messages for clients name no path while the operator's text does`() async throws {
        try await withTemporaryDirectory { path in
            try plant([], at: path + "/file")
            let error = try #require(throws: StorageError.self) { try Storage(directory: path + "/file") }
            #expect(!error.message.contains("/"))
            #expect(error.underlying?.contains(path) == true)
            #expect(error.description.contains(path))
        }
    }
}
