import Tenancy
import Testing

@testable import Storage

let tenant = TenantID(7)
let otherTenant = TenantID(.max)
let sampleExports = [ExportSignature(name: "add", parameters: ["i32", "i32"], results: ["i32"])]

/// Bytes that differ for every seed.
func sampleModule(_ seed: UInt8 = 1, count: Int = 64) -> [UInt8] {
    [0x00, 0x61, 0x73, 0x6D, 0x01, 0x00, 0x00, 0x00] + [UInt8](repeating: seed, count: count)
}

extension Storage {
    /// Deploys a sample and returns its record.
    @discardableResult
    func deploy(
        _ name: String = "sample", tenant owner: TenantID = tenant, module: [UInt8] = sampleModule()
    ) async throws(StorageError) -> FunctionRecord {
        try await create(
            name: name, tenant: owner, module: module, digest: Digest(of: module), exports: sampleExports)
    }
}

/// Runs `body` with a storage in a new directory; closes it and removes the directory afterwards.
func withStorage(_ body: (Storage, String) async throws -> Void) async throws {
    try await withTemporaryDirectory { path in
        let storage = try Storage(directory: path + "/data")
        do {
            try await body(storage, path + "/data")
        } catch {
            try? await storage.close()
            throw error
        }
        try await storage.close()
    }
}

/// The code that `body` fails with, or nil when it does not fail.
func failureCode(_ body: () async throws -> Void) async -> StorageError.Code? {
    do {
        try await body()
        return nil
    } catch let error as StorageError {
        return error.code
    } catch {
        Issue.record(error)
        return nil
    }
}
