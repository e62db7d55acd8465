import Foundation
import Settings
import Storage
import Tenancy
import Testing
import WasmEngine

@testable import CLI

@Suite("The doctor")
struct DoctorTests {
    private func checks(_ facts: MachineFacts) -> MachineChecks {
        MachineChecks(facts: facts, engine: EngineConfiguration(maximumInstances: 1_000), connections: 1_000)
    }

    private var healthy: MachineFacts {
        MachineFacts(
            addressSpaceLimit: nil, openFilesLimit: 1 << 16, cores: 4, availableMemory: 4 << 30, memory: 1 << 40,
            overcommit: 0)
    }

    @Test("finds nothing wrong with a healthy machine")
    func healthyMachine() {
        #expect(checks(healthy).results.allSatisfy { $0.state == .ok && $0.advice.isEmpty })
    }

    @Test("fails when the address space is too small, and does not try the engine then")
    func addressSpace() {
        var facts = healthy
        facts.addressSpaceLimit = 64 << 30
        #expect(checks(facts).addressSpace.state == .fail)
        #expect(!checks(facts).hasAddressSpace)
        #expect(EngineCheck.run(EngineConfiguration(), hasAddressSpace: false).state == .fail)
    }

    @Test("warns about few files, one core, little memory and strict overcommit, and says what to do")
    func warnings() {
        let facts = MachineFacts(
            addressSpaceLimit: nil, openFilesLimit: 1_024, cores: 1, availableMemory: 1 << 20, memory: 1 << 30,
            overcommit: 2)
        let results = checks(facts).results.filter { $0.state == .warn }
        #expect(results.map(\.name) == ["open files", "cores", "memory", "guest memory", "overcommit"])
        #expect(results.allSatisfy { !$0.advice.isEmpty })
    }

    @Test("makes an engine of the pinned version")
    func engine() {
        let result = EngineCheck.run(EngineConfiguration(maximumInstances: 2), hasAddressSpace: true)
        #expect(result.state == .ok)
        #expect(result.detail.contains(Engine.wasmtimeVersion))
    }

    private func settings(_ environment: [String: String]) throws -> Settings {
        try Settings.load(flags: ["data-dir": "."], environment: environment)
    }

    @Test("names the device, or says that none is wanted")
    func device() throws {
        let cpu = DeviceCheck.run(try settings(["TENSOR_WASM_KERNEL_THREADS": "3"]))
        #expect(cpu.state == .ok)
        #expect(cpu.detail.contains("3"))
        #expect(DeviceCheck.run(try settings(["TENSOR_WASM_DEVICE": "off"])).state == .ok)
    }

    @Test("fails for a device that does not exist")
    func missingDevice() throws {
        let result = DeviceCheck.run(try settings(["TENSOR_WASM_DEVICE": "cuda"]))
        #expect(result.state == .fail)
        #expect(result.detail.contains("no CUDA device"))
    }

    @Test("leaves no data directory behind where none was")
    func noDirectory() async {
        let checks = DataDirectoryChecks(path: "/tmp/cli-test-\(UInt64.random(in: .min ... .max))/data")
        let results = await checks.results()
        #expect(results.map(\.state).allSatisfy { $0 != .fail })
        #expect(results[0].detail.contains("will be made"))
        #expect(checks.directory() == results[0])
    }

    @Test("fails for a data directory below a file")
    func badDirectory() throws {
        let file = try TemporaryFile("", name: "file")
        #expect(DataDirectoryChecks(path: file.path + "/data").directory().state == .fail)
    }

    @Test("opens the storage, and takes a server's lock for a good sign")
    func storage() async throws {
        let directory = try TemporaryDirectory()
        let checks = DataDirectoryChecks(path: directory.path)
        #expect(await checks.storage().detail.hasPrefix("empty"))
        let storage = try Storage(directory: directory.path)
        #expect(await checks.storage() == .ok("storage", "locked by a running server"))
        try await storage.close()
        #expect(await checks.storage() == .ok("storage", "opens, reads and writes"))
    }

    @Test("looks whether everything stored is whole, also beside a running server")
    func integrity() async throws {
        let directory = try TemporaryDirectory()
        let checks = DataDirectoryChecks(path: directory.path)
        #expect(checks.integrity() == .ok("integrity", "nothing is stored yet"))
        let storage = try Storage(directory: directory.path)
        let module: [UInt8] = Array("module".utf8)
        _ = try await storage.create(
            name: "f", tenant: TenantID(0), module: module, digest: Digest(of: module), exports: [])
        #expect(checks.integrity() == .ok("integrity", "1 functions, 1 modules, 0 jobs, all sound"))
        try FileManager.default.removeItem(atPath: directory.path + "/modules")
        #expect(checks.integrity().state == .fail)
        try? await storage.close()
    }

    @Test("ends with status 1 and still lists every check when one fails")
    func failure() async throws {
        let directory = try TemporaryDirectory()
        let recorded = RecordedConsole(environment: [
            "TENSOR_WASM_DATA_DIR": directory.path, "TENSOR_WASM_LIMIT_INSTANCES": "2",
            "TENSOR_WASM_SERVER": "not a url",
        ])
        #expect(await recorded.run("doctor", "--output", "json") == 1)
        let answer = try JSONReader.read(Array(recorded.output.utf8))
        #expect(answer["ok"] == .boolean(false))
        let names = answer["checks"]?.array?.compactMap { $0["name"]?.string }
        #expect(
            names == [
                "configuration", "address space", "open files", "cores", "memory", "guest memory", "overcommit",
                "engine", "device", "data directory", "storage", "integrity", "server",
            ])
        #expect(recorded.errors.isEmpty)
    }

    @Test("asks a server whether it lives and is ready")
    func server() async throws {
        let answers = [
            "GET /healthz": CannedServer.Answer(#"{"status":"ok"}"#),
            "GET /readyz": CannedServer.Answer.error(503, "not_ready"),
        ]
        try await CannedServer.with(answers) { url, _ in
            let options = try ServerOptions.parse(["--server", url])
            #expect(await ServerCheck.run(options, in: RecordedConsole().console).state == .warn)
        }
    }
}
