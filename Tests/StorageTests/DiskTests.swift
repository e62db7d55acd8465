import Testing

@testable import Storage

@Suite(.enabled(if: Mount.isAvailable, "needs the right to mount a file system"))
struct DiskTests {
    @Test func `A module that does not fit leaves nothing behind and later ones still work`() async throws {
        try await Mount.withTmpfs(mebibytes: 8) { path in
            let storage = try Storage(directory: path)
            let kept = try await storage.deploy()
            let before = storedFiles(path)
            let large = sampleModule(count: 16 << 20)
            #expect(await failureCode { try await storage.deploy(module: large) } == .full)
            #expect(storedFiles(path) == before)
            #expect(try await storage.functions(tenant: tenant).functions == [kept])
            let later = try await storage.deploy(module: sampleModule(2))
            #expect(try await storage.moduleBytes(later.digest) == sampleModule(2))
            try await storage.close()
        }
    }

    @Test func `A full disk is reported, still read from, and used again when space is freed`() async throws {
        try await Mount.withTmpfs(mebibytes: 8) { path in
            let storage = try Storage(directory: path)
            let kept = try await storage.deploy(module: sampleModule(1))
            let before = storedFiles(path)
            try Mount.fill(path)

            #expect(await failureCode { try await storage.deploy(module: sampleModule(2)) } == .full)
            #expect(await failureCode { try await storage.checkReachable() } == .full)
            #expect(storedFiles(path) == before.union(["filler"]))
            #expect(try await storage.moduleBytes(kept.digest) == sampleModule(1))
            #expect(await failureCode { try AtomicFile.write([1], to: path + "/artifacts/code") } == .full)
            #expect(storedFiles(path) == before.union(["filler"]))

            try remove(path + "/filler")
            try await storage.checkReachable()
            let later = try await storage.deploy(module: sampleModule(2))
            try await storage.close()

            let reopened = try Storage(directory: path)
            #expect(reopened.cleanup == CleanupReport())
            #expect(try await reopened.functions(tenant: tenant).functions == [kept, later])
            try await reopened.close()
        }
    }

    @Test func `A database that fills the disk keeps what was acknowledged and nothing else`() async throws {
        try await Mount.withTmpfs(mebibytes: 4) { path in
            let storage = try Storage(directory: path)
            let wide = ExportSignature(name: "wide", parameters: Array(repeating: "i32", count: 60_000), results: [])
            var acknowledged: [FunctionRecord] = []
            var failure: StorageError.Code?
            while failure == nil, acknowledged.count < 64 {
                let module = sampleModule(UInt8(acknowledged.count))
                failure = await failureCode {
                    acknowledged.append(
                        try await storage.create(
                            name: "wide", tenant: tenant, module: module, digest: Digest(of: module), exports: [wide]))
                }
            }
            #expect(failure == .full)
            #expect(storedFiles(path).count == acknowledged.count)
            #expect(try await storage.functions(tenant: tenant).functions.map(\.id) == acknowledged.map(\.id))
            try await storage.close()
        }
    }

    @Test func `A read-only file system is refused as such`() async throws {
        try await Mount.withTmpfs(mebibytes: 4) { path in
            try await Storage(directory: path).close()
            try Mount.makeReadOnly(path)
            #expect(await failureCode { _ = try Storage(directory: path) } == .readOnly)
            #expect(await failureCode { _ = try Storage(directory: path + "/new") } == .readOnly)
            #expect(await failureCode { try AtomicFile.write([1], to: path + "/file") } == .readOnly)
        }
    }
}
