import Testing

@testable import Storage

@Suite struct ModuleIntegrityTests {
    @Test func `A changed, shortened, lengthened or missing module is reported as damage`() async throws {
        try await withStorage { storage, _ in
            let module = sampleModule()
            let created = try await storage.deploy(module: module)
            let file = storage.modulePath(created.digest)
            var changed = module
            changed[20] ^= 1
            for damaged in [changed, Array(module.dropLast()), module + [0], []] {
                try plant(damaged, at: file)
                #expect(await failureCode { _ = try await storage.moduleBytes(created.digest) } == .corrupt)
            }
            try remove(file)
            #expect(await failureCode { _ = try await storage.moduleBytes(created.digest) } == .corrupt)
        }
    }

    @Test func `Deploying a damaged module again repairs it`() async throws {
        try await withStorage { storage, _ in
            let created = try await storage.deploy()
            try plant([1, 2, 3], at: storage.modulePath(created.digest))
            try await storage.deploy()
            #expect(try await storage.moduleBytes(created.digest) == sampleModule())
        }
    }

    @Test func `Modules of any size come back as they were`() async throws {
        try await withStorage { storage, _ in
            for count in [0, 1, (1 << 20) - 1, 1 << 20, (3 << 20) + 17] {
                let module = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31 ^ $0 >> 8) }
                let created = try await storage.deploy(module: module)
                #expect(try await storage.moduleBytes(created.digest) == module)
            }
        }
    }

    @Test func `An unreadable row is reported as damage`() async throws {
        try await withStorage { storage, _ in
            let created = try await storage.deploy()
            for change in ["exports = '{'", "digest = '\(String(repeating: "x", count: 64))'"] {
                try await storage.pool.storageWrite { database in
                    try database.execute(sql: "UPDATE functions SET \(change)")
                }
                #expect(await failureCode { _ = try await storage.function(created.id) } == .corrupt)
            }
        }
    }
}
