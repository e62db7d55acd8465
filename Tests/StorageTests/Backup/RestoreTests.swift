import GRDB
import TestSupport
import Testing

@testable import Storage

@Suite struct RestoreTests {
    @Test func `Only an empty or new directory is restored into`() async throws {
        try await withBackup { file, path in
            try plant([1], at: path + "/full/file")
            #expect(await failureCode { try Storage.restore(from: file, into: path + "/full") } == .alreadyExists)
            #expect(try content(path + "/full/file") == [1])
            // What an interrupted restoration leaves is no obstacle.
            try plant([1], at: "\(path)/left/\(StagedFile.makeName())/modules/00/x")
            try plant([], at: path + "/left/lock")
            try plant([], at: path + "/left/lost+found/x")
            #expect(try Storage.restore(from: file, into: path + "/left").functions == 1)
            let storage = try Storage(directory: path + "/left")
            #expect(try await storage.functionCount() == 1)
            try await storage.close()
            #expect(await failureCode { try Storage.restore(from: file, into: path + "/left") } == .alreadyExists)
        }
    }

    @Test func `A directory in use is not restored into`() async throws {
        try await withBackup { file, path in
            let storage = try Storage(directory: path + "/used")
            #expect(await failureCode { try Storage.restore(from: file, into: path + "/used") } == .locked)
            try await storage.close()
        }
    }

    @Test func `A file that is no backup is refused and leaves the directory empty`() async throws {
        try await withBackup { file, path in
            try plant(Array(repeating: 0x41, count: 8_192), at: path + "/text")
            try plant([], at: path + "/empty")
            try await Storage(directory: path + "/data").close()
            for source in [path + "/text", path + "/empty", path + "/data/tensor-wasm.sqlite"] {
                #expect(await failureCode { try Storage.restore(from: source, into: path + "/new") } == .corrupt)
            }
            #expect(
                await failureCode { try Storage.restore(from: path + "/none", into: path + "/new") } == .unavailable)
            #expect(storedFiles(path + "/new").isEmpty)
            #expect(try Storage.restore(from: file, into: path + "/new").functions == 1)
        }
    }

    @Test(arguments: [
        "UPDATE backup_modules SET bytes = x'00' WHERE piece = 1", "DELETE FROM backup_modules WHERE piece = 0",
        "DELETE FROM backup_modules", "UPDATE functions SET digest = 'x' || substr(digest, 2)",
    ])
    func `A backup whose module was changed is refused and leaves the directory empty`(sql: String) async throws {
        try await withBackup { file, path in
            try await DatabaseQueue(path: file).write { try $0.execute(sql: sql) }
            #expect(await failureCode { try Storage.restore(from: file, into: path + "/new") } == .corrupt)
            #expect(storedFiles(path + "/new").isEmpty)
            #expect(await failureCode { try Storage.restore(from: file, into: path + "/new") } == .corrupt)
        }
    }

    @Test func `A backup of a newer version is refused`() async throws {
        try await withBackup { file, path in
            try await DatabaseQueue(path: file).write { database in
                try database.execute(sql: "INSERT INTO grdb_migrations (identifier) VALUES ('9-future')")
            }
            #expect(await failureCode { try Storage.restore(from: file, into: path + "/new") } == .tooNew)
        }
    }

    @Test func `A backup damaged anywhere is refused or restored as it was, and never half`() async throws {
        try await withBackup { file, path in
            let sound = try content(file)
            var generator = SeededGenerator(seed: 7)
            for number in 0..<40 {
                var damaged = sound
                for _ in 0..<Int.random(in: 1...64, using: &generator) {
                    damaged[Int.random(in: damaged.indices, using: &generator)] = .random(
                        in: 0...255, using: &generator)
                }
                if Bool.random(using: &generator) {
                    damaged.removeLast(Int.random(in: 0..<damaged.count, using: &generator))
                }
                try plant(damaged, at: path + "/damaged")
                let target = "\(path)/new\(number)"
                let code = await failureCode { try Storage.restore(from: path + "/damaged", into: target) }
                if code == nil {
                    #expect(try Storage.integrityCheck(directory: target).problems == [])
                } else {
                    #expect(storedFiles(target).isEmpty)
                }
            }
        }
    }

    /// Runs `body` with a backup of one function, whose module has three pieces, and an empty directory beside it.
    private func withBackup(_ body: (String, String) async throws -> Void) async throws {
        try await withTemporaryDirectory { path in
            let storage = try Storage(directory: path + "/source")
            try await storage.deploy(module: sampleModule(count: (5 << 20) / 2))
            try await storage.submit()
            _ = try await storage.backup(to: path + "/backup")
            try await storage.close()
            try remove(path + "/source")
            try await body(path + "/backup", path)
        }
    }
}
