import Glibc
import SystemPackage
import Testing

@testable import Settings

@Suite struct FileReadingTests {
    /// Runs `body` with the path of a file that holds `text`, and removes the file.
    private func withFile(_ text: String, _ body: (String) throws -> Void) throws {
        let path = "/tmp/settings-test-\(UInt64.random(in: 0 ... .max)).yaml"
        let file = try FileDescriptor.open(
            FilePath(path), .writeOnly, options: [.create, .exclusiveCreate], permissions: .ownerReadWrite)
        defer { unlink(path) }
        try file.closeAfter { _ = try file.writeAll(text.utf8) }
        try body(path)
    }

    private func load(
        variables: [String: String] = [:], flag: String? = nil, defaultPath: String = "/nonexistent/tensor-wasm.yaml"
    ) throws(SettingsError) -> Settings {
        try Settings.load(
            flags: ["data-dir": "/data"], environment: variables, configurationFile: flag, defaultPath: defaultPath)
    }

    private func failure(variables: [String: String] = [:], flag: String? = nil) -> SettingsError? {
        do {
            _ = try load(variables: variables, flag: flag)
            return nil
        } catch {
            return error
        }
    }

    @Test("The flag names the file, else the variable, else the default place is looked at")
    func whichFile() throws {
        try withFile("compile_threads: 2") { first in
            try withFile("compile_threads: 3") { second in
                let variables = ["TENSOR_WASM_CONFIG": second]
                let byFlag = try load(variables: variables, flag: first)
                #expect(byFlag.compileThreads == 2)
                #expect(byFlag.configurationFile == first)
                #expect(try load(variables: variables).compileThreads == 3)
                #expect(try load(defaultPath: second).compileThreads == 3)
                #expect(try load(variables: variables).warnings.isEmpty)
            }
        }
    }

    @Test("The file of the default place may be missing")
    func missingDefault() throws {
        let settings = try load()
        #expect(settings.configurationFile == nil)
        #expect(settings.compileThreads == 1)
    }

    @Test("A file that was named must exist")
    func missingNamed() {
        let byFlag = failure(flag: "/nonexistent/a.yaml")
        #expect(byFlag?.code == .unreadableFile)
        #expect(byFlag?.key == "--config")
        let byVariable = failure(variables: ["TENSOR_WASM_CONFIG": "/nonexistent/a.yaml"])
        #expect(byVariable?.code == .unreadableFile)
        #expect(byVariable?.key == "TENSOR_WASM_CONFIG")
        #expect(failure(flag: "")?.code == .malformedValue)
    }

    @Test("A directory is not a file of settings")
    func directory() {
        #expect(failure(flag: "/")?.code == .unreadableFile)
    }

    @Test("Reading stops at the size limit, also for a file without an end")
    func tooLarge() throws {
        #expect(failure(flag: "/dev/zero")?.code == .fileTooLarge)
        let limit = FixedLimits.configurationFileBytes.value
        let text = "compile_threads: 2\n#"
        let full = text + String(repeating: "x", count: limit - text.utf8.count)
        try withFile(full) { path in
            let settings = try load(flag: path)
            #expect(settings.compileThreads == 2)
        }
        try withFile(full + "x") { #expect(failure(flag: $0)?.code == .fileTooLarge) }
    }
}
