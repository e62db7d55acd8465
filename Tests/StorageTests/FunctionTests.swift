import Tenancy
import Testing

@testable import Storage

@Suite struct FunctionTests {
    @Test func `A created function is found with everything it was created with`() async throws {
        try await withStorage { storage, _ in
            let module = sampleModule()
            let exports = [
                ExportSignature(name: "_start", parameters: [], results: []),
                ExportSignature(name: "é\u{0}\"\\\n", parameters: ["i64", "f32"], results: ["v128"]),
            ]
            let created = try await storage.create(
                name: "größe 📦", tenant: otherTenant, module: module, digest: Digest(of: module), exports: exports)
            #expect(created.name == "größe 📦")
            #expect(created.tenant == otherTenant)
            #expect(created.exports == exports)
            #expect(created.sizeBytes == module.count)
            #expect(created.digest == Digest(of: module))
            #expect(created.createdUnixMilliseconds > 1_600_000_000_000)
            #expect(try await storage.function(created.id) == created)
            #expect(try await storage.moduleBytes(created.digest) == module)
            #expect(try content(storage.modulePath(created.digest)) == module)
            #expect(try await storage.function(.random()) == nil)
        }
    }

    @Test func `Functions survive closing and opening again`() async throws {
        try await withTemporaryDirectory { path in
            let first = try Storage(directory: path)
            let created = try await first.deploy()
            try await first.close()
            let second = try Storage(directory: path)
            #expect(try await second.function(created.id) == created)
            #expect(try await second.moduleBytes(created.digest) == sampleModule())
            #expect(second.cleanup == CleanupReport())
            try await second.close()
        }
    }

    @Test func `A second deletion finds nothing`() async throws {
        try await withStorage { storage, directory in
            let created = try await storage.deploy()
            #expect(try await storage.delete(created.id, tenant: tenant))
            #expect(try await !storage.delete(created.id, tenant: tenant))
            #expect(try await storage.function(created.id) == nil)
            #expect(storedFiles(directory).isEmpty)
        }
    }

    @Test func `A tenant cannot delete another tenant's function`() async throws {
        try await withStorage { storage, _ in
            let created = try await storage.deploy()
            #expect(try await !storage.delete(created.id, tenant: otherTenant))
            #expect(try await storage.function(created.id) == created)
        }
    }

    @Test func `Functions share one module file, which goes with the last of them`() async throws {
        try await withStorage { storage, directory in
            let first = try await storage.deploy("first")
            let second = try await storage.deploy("second", tenant: otherTenant)
            #expect(first.id != second.id)
            #expect(storedFiles(directory).count == 1)
            #expect(try await storage.delete(first.id, tenant: tenant))
            #expect(try await storage.moduleBytes(second.digest) == sampleModule())
            #expect(try await storage.isModuleInUse(second.digest))
            #expect(try await storage.delete(second.id, tenant: otherTenant))
            #expect(storedFiles(directory).isEmpty)
            #expect(try await !storage.isModuleInUse(second.digest))
            #expect(await failureCode { _ = try await storage.moduleBytes(second.digest) } == .notFound)
        }
    }

    @Test func `Functions are counted for a tenant and for all`() async throws {
        try await withStorage { storage, _ in
            #expect(try await storage.functionCount() == 0)
            try await storage.deploy()
            try await storage.deploy()
            let other = try await storage.deploy(tenant: otherTenant)
            #expect(try await storage.functionCount() == 3)
            #expect(try await storage.functionCount(tenant: tenant) == 2)
            #expect(try await storage.functionCount(tenant: TenantID(0)) == 0)
            #expect(try await storage.delete(other.id, tenant: otherTenant))
            #expect(try await storage.functionCount(tenant: otherTenant) == 0)
        }
    }

    @Test(arguments: ["", String(repeating: "n", count: 257), String(repeating: "é", count: 129), "a\u{0}b"])
    func `A name outside its limits is refused`(name: String) async throws {
        try await withStorage { storage, directory in
            #expect(await failureCode { try await storage.deploy(name) } == .invalidName)
            #expect(storedFiles(directory).isEmpty)
        }
    }

    @Test(arguments: ["n", " ", String(repeating: "é", count: 128)])
    func `A name at its limits is kept`(name: String) async throws {
        try await withStorage { storage, _ in
            let created = try await storage.deploy(name)
            #expect(try await storage.function(created.id)?.name == name)
        }
    }

    @Test func `Exports larger than the limit are refused`() async throws {
        try await withStorage { storage, directory in
            let export = ExportSignature(
                name: "wide", parameters: Array(repeating: "i32", count: 1_000), results: [])
            let code = await failureCode {
                _ = try await storage.create(
                    name: "wide", tenant: tenant, module: [1], digest: Digest(of: [1]),
                    exports: Array(repeating: export, count: 1_000))
            }
            #expect(code == .exportsTooLarge)
            #expect(storedFiles(directory).isEmpty)
        }
    }

    @Test func `A digest of other bytes is refused`() async throws {
        try await withStorage { storage, directory in
            let code = await failureCode {
                _ = try await storage.create(
                    name: "n", tenant: tenant, module: [1], digest: Digest(of: [2]), exports: [])
            }
            #expect(code == .digestMismatch)
            #expect(storedFiles(directory).isEmpty)
        }
    }
}
