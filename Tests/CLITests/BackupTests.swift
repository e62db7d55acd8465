import Storage
import Tenancy
import Testing

@testable import CLI

@Suite("A backup")
struct BackupTests {
    private func fill(_ storage: Storage) async throws {
        let module: [UInt8] = Array("module".utf8)
        for name in ["f", "g"] {
            _ = try await storage.create(
                name: name, tenant: TenantID(3), module: module, digest: Digest(of: module), exports: [])
        }
    }

    @Test("is written beside a running server and restored into a new directory")
    func roundTrip() async throws {
        let directory = try TemporaryDirectory()
        let storage = try Storage(directory: directory.path + "/data")
        try await fill(storage)
        let file = directory.path + "/backup"
        // Other settings, however wrong, do not matter here.
        let environment = ["TENSOR_WASM_DATA_DIR": directory.path + "/data", "TENSOR_WASM_LIMIT_BODY_BYTES": "many"]
        let backup = RecordedConsole(environment: environment)
        #expect(await backup.run("backup", file) == 0)
        #expect(backup.output == "\(file): 2 functions, 1 modules, 0 jobs\n")
        try await storage.close()

        let restore = RecordedConsole()
        let target = directory.path + "/new"
        #expect(await restore.run("restore", file, "--data-dir", target, "--output", "json") == 0)
        #expect(restore.output == #"{"data_dir":"\#(target)","functions":2,"modules":1,"jobs":0}"# + "\n")
        let restored = try Storage(directory: target)
        let page = try await restored.functions(tenant: TenantID(3), name: nil, limit: 10, cursor: nil)
        #expect(page.functions.map(\.name) == ["f", "g"])
        try await restored.close()
    }

    @Test("replaces a file only when told to")
    func replacement() async throws {
        let directory = try TemporaryDirectory()
        let storage = try Storage(directory: directory.path + "/data")
        let file = try TemporaryFile("other", name: "file")
        let recorded = RecordedConsole()
        #expect(await recorded.run("backup", file.path, "--data-dir", directory.path + "/data") == 2)
        #expect(recorded.errors.contains("already_exists"))
        #expect(
            await RecordedConsole().run("backup", file.path, "--data-dir", directory.path + "/data", "--replace") == 0)
        try await storage.close()
    }

    @Test("is refused as input when it is none, or the directory is not empty")
    func badInput() async throws {
        let directory = try TemporaryDirectory()
        let file = try TemporaryFile("no database", name: "file")
        #expect(await RecordedConsole().run("restore", file.path, "--data-dir", directory.path + "/new") == 1)
        #expect(await RecordedConsole().run("backup", directory.path + "/b", "--data-dir", directory.path) == 2)
    }
}
