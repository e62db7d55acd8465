import Testing

@testable import CLI

@Suite("The configuration")
struct ConfigTests {
    private static let environment = [
        "HOME": "/home/somebody", "TENSOR_WASM_LOG": "debug", "TENSOR_WASM_API_METRICS_TOKEN": "very-secret-token",
    ]

    @Test("is printed with its origins and without its secrets", arguments: ["text", "json"])
    func origins(_ format: String) async throws {
        let file = try TemporaryFile("drain_delay_ms: 5\n", name: "config.yaml")
        let recorded = RecordedConsole(environment: Self.environment)
        #expect(await recorded.run("config", "--config", file.path, "--output", format) == 0)
        #expect(!recorded.output.contains("very-secret-token"))
        let values: [(String, String, String)]
        if format == "json" {
            let settings = try JSONReader.read(Array(recorded.output.utf8))["settings"]?.array ?? []
            values = settings.map { ($0["key"]?.string ?? "", $0["value"]?.string ?? "", $0["origin"]?.string ?? "") }
        } else {
            values = recorded.output.split(separator: "\n").map { line in
                let cells = line.split(separator: " ").map(String.init)
                return (cells[0], cells[1], cells[2])
            }
        }
        #expect(values.contains { $0 == ("log", "debug", "environment") })
        #expect(
            values.contains { $0.0 == "drain_delay_ms" && $0.1 == "5" && ["file", "configuration"].contains($0.2) })
        #expect(values.contains { $0.0 == "api.metrics_token" })
    }

    @Test("warns about unknown variables on standard error")
    func warnings() async {
        var environment = Self.environment
        environment["TENSOR_WASM_LOGG"] = "x"
        let recorded = RecordedConsole(environment: environment)
        #expect(await recorded.run("config") == 0)
        #expect(recorded.errors.contains("warning: ") && recorded.errors.contains("TENSOR_WASM_LOGG"))
    }

    @Test("ends with status 2 and names the key when a value is malformed")
    func malformed() async {
        let recorded = RecordedConsole(environment: ["HOME": "/h", "TENSOR_WASM_LIMIT_INSTANCES": "many"])
        #expect(await recorded.run("config") == 2)
        #expect(recorded.errors.hasPrefix("error: malformed_value: TENSOR_WASM_LIMIT_INSTANCES"))
    }
}
