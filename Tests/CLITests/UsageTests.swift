import Testing

@testable import CLI

@Suite("The command line")
struct UsageTests {
    @Test(
        "prints its version and help on standard output with status 0",
        arguments: ["--version", "--help", "run --help"])
    func help(_ line: String) async {
        let recorded = RecordedConsole()
        let status = await TensorWasm.execute(line.split(separator: " ").map(String.init), in: recorded.console)
        #expect(status == 0)
        #expect(recorded.output.contains(line == "--version" ? TensorWasmVersion.current : "USAGE: tensor-wasm"))
        #expect(recorded.errors.isEmpty)
    }

    @Test("prints the help when no command is given")
    func bare() async {
        let recorded = RecordedConsole()
        #expect(await recorded.run() == 0)
        #expect(recorded.output.contains("SUBCOMMANDS"))
    }

    @Test(
        "ends with status 2 and says why on standard error when its usage is wrong",
        arguments: [
            "nonsense", "run", "run a b", "run --unknown x", "run f --input a --input-file b", "run f --deadline-ms 0",
            "run f --deadline-ms 3600001", "bench f --iterations 0", "bench f --warmup -1", "functions list --limit 0",
            "functions --tenant -1", "functions --output yaml", "completions powershell", "deploy -",
            "deploy f --idempotency-key", "invoke f --async --stream", "invoke f --wait",
            "invoke f --idempotency-key k",
            "invoke f --async --idempotency-key ä", "invoke f --cert c", "invoke f --key k", "jobs show not-an-id",
            "jobs list --limit 0", "jobs list --all --limit 1", "jobs list --status running", "jobs wait",
            "jobs wait 0b4e7f5e-6a0c-4d8e-9f53-0d9c6b6a1c11 --timeout 604801", "admin instance terminate x",
            "observe --interval 0.01", "token new", "token hash secret", "backup", "restore f",
        ])
    func usage(_ line: String) async {
        let recorded = RecordedConsole()
        let status = await TensorWasm.execute(line.split(separator: " ").map(String.init), in: recorded.console)
        #expect(status == 2)
        #expect(recorded.errors.contains("Error: "))
        #expect(recorded.output.isEmpty)
    }

    @Test("ends with status 2 when a file cannot be read")
    func missingFile() async {
        let recorded = RecordedConsole()
        #expect(await recorded.run("run", "/nonexistent/module.wasm") == 2)
        #expect(recorded.errors.hasPrefix("error: bad_input: cannot read /nonexistent/module.wasm"))
    }

    @Test("writes an error as JSON when JSON was asked for")
    func jsonError() async throws {
        let recorded = RecordedConsole()
        #expect(await recorded.run("run", "/nonexistent", "--output", "json") == 2)
        let error = try JSONReader.read(Array(recorded.errors.utf8))
        #expect(error["error"]?["kind"] == .string("bad_input"))
    }

    @Test("ends with status 1 when its output cannot be written")
    func brokenOutput() async {
        struct Full: Error {}
        let recorded = RecordedConsole()
        let console = Console(
            output: ConsoleStream(isTerminal: false) { _ in throw Full() }, errors: recorded.console.errors,
            environment: [:])
        #expect(await TensorWasm.execute(["completions", "bash"], in: console) == 1)
        #expect(recorded.errors.contains("output_failed"))
    }
}
