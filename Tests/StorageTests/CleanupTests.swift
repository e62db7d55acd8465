import Testing

@testable import Storage

@Suite struct CleanupTests {
    private static let temporary = ".tmp-0123456789abcdef0123456789abcdef"

    @Test func `What a killed process left is removed at opening and nothing else`() async throws {
        try await withTemporaryDirectory { path in
            let first = try Storage(directory: path)
            let kept = try await first.deploy(module: sampleModule(1))
            try await first.close()

            let orphan = Digest(of: sampleModule(2))
            let shard = path + "/modules/" + kept.digest.hex.prefix(2)
            let removed = [
                first.modulePath(orphan), "\(shard)/\(Self.temporary)", "\(path)/modules/00/\(Self.temporary)",
                "\(path)/artifacts/\(Self.temporary)", "\(path)/\(Self.temporary)",
            ]
            let foreign = [
                "\(shard)/\(orphan.hex).txt", "\(shard)/.tmp-1", "\(shard)/notes", "\(path)/modules/\(orphan.hex).wasm",
                "\(path)/modules/AB/\(Self.temporary)", "\(path)/modules/abc/\(Self.temporary)",
                "\(shard)/\(kept.digest.hex.uppercased()).wasm", "\(path)/artifacts/code", "\(path)/notes",
                // Named for a digest that belongs into another directory.
                "\(path)/modules/00/ff\(String(repeating: "0", count: 62)).wasm",
            ]
            for file in removed + foreign { try plant([1], at: file) }

            let second = try Storage(directory: path)
            for file in removed { #expect(!exists(file), "\(file)") }
            for file in foreign { #expect(exists(file), "\(file)") }
            #expect(second.cleanup == CleanupReport(temporaryFiles: 4, orphanedModules: 1, failures: 0))
            #expect(try await second.moduleBytes(kept.digest) == sampleModule(1))
            try await second.close()
        }
    }

    @Test func `Links in the modules directory are neither followed nor removed`() async throws {
        try await withTemporaryDirectory { path in
            let data = path + "/data"
            try await Storage(directory: data).close()
            let digest = Digest(of: sampleModule())
            let shard = String(digest.hex.prefix(2))
            let outside = path + "/outside"
            try plant([1], at: "\(outside)/\(digest.hex).wasm")
            try plant([1], at: "\(outside)/\(Self.temporary)")
            try linkSymbolically("\(data)/modules/\(shard)", to: outside)

            let storage = try Storage(directory: data)
            #expect(storage.cleanup == CleanupReport())
            #expect(await failureCode { try await storage.deploy() } == .invalidDirectory)
            #expect(try await storage.functionCount() == 0)
            #expect(try content("\(outside)/\(digest.hex).wasm") == [1])
            #expect(exists("\(outside)/\(Self.temporary)"))
            try await storage.close()
        }
    }

    @Test func `A link in the place of a module is not read through`() async throws {
        try await withStorage { storage, directory in
            let created = try await storage.deploy()
            let file = storage.modulePath(created.digest)
            try remove(file)
            try plant(sampleModule(), at: directory + "/elsewhere")
            try linkSymbolically(file, to: directory + "/elsewhere")
            #expect(await failureCode { _ = try await storage.moduleBytes(created.digest) } == .corrupt)
            // Deploying again replaces the link, not what it points to.
            try await storage.deploy()
            #expect(try await storage.moduleBytes(created.digest) == sampleModule())
            #expect(exists(directory + "/elsewhere"))
        }
    }

    @Test func `Links in the place of the database, the lock or the modules directory are refused`() async throws {
        for name in ["tensor-wasm.sqlite", "lock", "modules", "artifacts"] {
            try await withTemporaryDirectory { path in
                try await Storage(directory: path + "/data").close()
                try await Storage(directory: path + "/other").close()
                try remove("\(path)/data/\(name)")
                try linkSymbolically("\(path)/data/\(name)", to: "\(path)/other/\(name)")
                #expect(await failureCode { _ = try Storage(directory: path + "/data") } == .invalidDirectory)
            }
        }
    }
}
