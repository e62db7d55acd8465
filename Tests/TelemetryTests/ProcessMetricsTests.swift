import Telemetry
import Testing

@testable import struct Telemetry.ProcessStatistics

@Suite struct ProcessMetricsTests {
    private func line(name: String) -> [UInt8] {
        let rest = "S 1 2 3 4 5 6 7 8 9 10 140 15 16 17 18 19 20 21 22000 2300000 240 25"
        return Array("4242 (\(name)) \(rest)\n".utf8)
    }

    @Test(arguments: ["tensor-wasm", "a) S 9 9 9 (b", ""])
    func theFieldsAreCountedFromTheEndOfTheProgramsName(name: String) throws {
        let statistics = try #require(ProcessStatistics(parsing: line(name: name)))
        #expect(statistics.cpuTicks == 155)
        #expect(statistics.startTicks == 22_000)
        #expect(statistics.virtualBytes == 2_300_000)
        #expect(statistics.residentPages == 240)
    }

    @Test(arguments: [
        "", "4242", "4242 (a)", "4242 (a) S 1 2 3",
        "4242 (a) S 1 2 3 4 5 6 7 8 9 10 x 15 16 17 18 19 20 21 22 23 24",
        "4242 (a) S 1 2 3 4 5 6 7 8 9 10 18446744073709551615 1 16 17 18 19 20 21 22 23 24",
    ])
    func aLineThatCannotBeReadGivesNothing(line: String) {
        #expect(ProcessStatistics(parsing: Array(line.utf8)) == nil)
    }

    @Test func everyProcessFamilyHasAPlausibleValue() throws {
        let registry = MetricsRegistry()
        ProcessMetrics.register(in: registry)
        let values = Dictionary(
            uniqueKeysWithValues: registry.samples.map { sample in
                let parts = sample.split(separator: " ")
                return (String(parts[0]), Double(parts[1]) ?? .nan)
            }
        )
        #expect(values.count == 6)
        let resident = try #require(values["process_resident_memory_bytes"])
        #expect(resident > 1_000_000)
        #expect(try #require(values["process_virtual_memory_bytes"]) >= resident)
        #expect(try #require(values["process_cpu_seconds_total"]) >= 0)
        let open = try #require(values["process_open_fds"])
        #expect(open >= 3)
        #expect(try #require(values["process_max_fds"]) >= open)
        let start = try #require(values["process_start_time_seconds"])
        let now = Double(WallClock.unixMilliseconds()) / 1_000
        #expect(start > now - 86_400 && start < now + 1)
    }

    @Test func theStartTimeDoesNotMoveBetweenScrapes() {
        let registry = MetricsRegistry()
        ProcessMetrics.register(in: registry)
        let first = registry.value("process_start_time_seconds")
        #expect(first != nil)
        #expect(registry.value("process_start_time_seconds") == first)
    }
}
