import Testing

@testable import CLI

@Suite("A benchmark")
struct BenchTests {
    private let module = #"(module (func (export "f") (param i32)) (func (export "trap") unreachable))"#

    @Test("prints a table of latencies")
    func table() async throws {
        let file = try TemporaryFile(module)
        let recorded = RecordedConsole()
        let status = await recorded.run(
            "bench", file.path, "--export", "f", "--args", "[1]", "--iterations", "20", "--warmup", "1")
        #expect(status == 0)
        let lines = recorded.output.split(separator: "\n")
        #expect(lines.count == 2)
        #expect(lines[0].hasPrefix("EXPORT  CALLS  CALLS/S"))
        #expect(lines[1].hasPrefix("f       20"))
    }

    @Test("prints the same as JSON")
    func json() async throws {
        let file = try TemporaryFile(module)
        let recorded = RecordedConsole()
        _ = await recorded.run(
            "bench", file.path, "--export", "f", "--args", "[1]", "--iterations", "3", "--output", "json")
        let result = try JSONReader.read(Array(recorded.output.utf8))
        #expect(result["iterations"] == .number("3"))
        let maximum = try #require(result["max_us"]?.number.flatMap { Double($0) })
        let median = try #require(result["p50_us"]?.number.flatMap { Double($0) })
        #expect(median > 0 && median <= maximum)
    }

    @Test("ends with status 4 when the guest traps")
    func trap() async throws {
        let file = try TemporaryFile(module)
        #expect(await RecordedConsole().run("bench", file.path, "--export", "trap") == 4)
    }

    @Test("takes percentiles by the nearest rank")
    func percentiles() {
        let latencies = Latencies((1...200).map { UInt64($0) * 1_000 }.reversed())
        #expect(latencies.p50 == 100_000)
        #expect(latencies.p95 == 190_000)
        #expect(latencies.p99 == 198_000)
        #expect(latencies.maximum == 200_000)
        #expect(latencies.callsPerSecond == 9_950)
        #expect(Latencies([7]).p50 == 7)
        #expect(Latencies.microseconds(12_349) == "12.3")
        #expect(Latencies.microseconds(12_350) == "12.4")
    }
}
