import Testing

@testable import Settings

@Suite struct RangeTests {
    /// A setting, the ends of its range, and the first values outside, where such can be written.
    struct Edge: Sendable {
        let suffix: String
        let lowest: String
        let highest: String
        let below: String?
        let above: String

        init(_ suffix: String, _ lowest: String, _ highest: String, below: String?, above: String) {
            self.suffix = suffix
            self.lowest = lowest
            self.highest = highest
            self.below = below
            self.above = above
        }
    }

    static let edges = [
        Edge("DRAIN_DELAY_MS", "0", "600000", below: nil, above: "600001"),
        Edge("DRAIN_DEADLINE_MS", "0", "3600000", below: nil, above: "3600001"),
        Edge("COMPILE_THREADS", "1", "64", below: "0", above: "65"),
        Edge("KERNEL_THREADS", "1", "1024", below: "0", above: "1025"),
        Edge("DISPATCH_PERMITS", "1", "65536", below: "0", above: "65537"),
        Edge("LIMIT_GPU_MEMORY_BYTES_PER_TENANT", "1MiB", "1024GiB", below: "1048575", above: "1099511627777"),
        Edge("LIMIT_BODY_BYTES", "1KiB", "512MiB", below: "1023", above: "1073741825"),
        Edge("LIMIT_MODULE_BYTES", "1KiB", "1GiB", below: "1023", above: "1073741825"),
        Edge("LIMIT_MEMORY_BYTES", "64KiB", "4GiB", below: "65535", above: "4294967297"),
        Edge("LIMIT_TABLE_ELEMENTS", "1", "10000000", below: "0", above: "10000001"),
        Edge("LIMIT_DEADLINE_MS", "1", "3600000", below: "0", above: "3600001"),
        Edge("LIMIT_INSTANCES", "1", "10000", below: "0", above: "10001"),
        Edge("LIMIT_WAITING", "0", "100000", below: nil, above: "100001"),
        Edge("LIMIT_REQUEST_READ_SECONDS", "1", "3600", below: "0", above: "3601"),
        Edge("LIMIT_IDLE_CONNECTION_SECONDS", "1", "3600", below: "0", above: "3601"),
        Edge("LIMIT_CONNECTIONS", "1", "1000000", below: "0", above: "1000001"),
        Edge("LIMIT_COMPILE_QUEUE", "1", "10000", below: "0", above: "10001"),
        Edge("LIMIT_LOADED_MODULES", "1", "100000", below: "0", above: "100001"),
        Edge("LIMIT_BUFFERED_BODY_BYTES", "64MiB", "64GiB", below: "1023", above: "68719476737"),
        Edge("LIMIT_GUEST_STACK_BYTES", "64KiB", "1MiB", below: "65535", above: "1048577"),
        Edge("LIMIT_TIME_SLICE_MS", "1", "10", below: "0", above: "11"),
        Edge("LIMIT_INSTANCES_PER_TENANT", "1", "10000", below: "0", above: "10001"),
        Edge("LIMIT_CPU_MEMORY_BYTES_PER_TENANT", "64KiB", "16384GiB", below: "65535", above: "17592186044417"),
        Edge("LIMIT_JOBS", "1", "100000", below: "0", above: "100001"),
        Edge("LIMIT_JOBS_PER_TENANT", "1", "100000", below: "0", above: "100001"),
        Edge("LIMIT_RUNNING_JOBS", "1", "10000", below: "0", above: "10001"),
        Edge("LIMIT_JOB_RETENTION_HOURS", "1", "8760", below: "0", above: "8761"),
        Edge("LIMIT_RATE_PER_TENANT", "0", "1000000", below: nil, above: "1000001"),
        Edge("LIMIT_BURST_PER_TENANT", "1", "1000000", below: "0", above: "1000001"),
        Edge("API_RATE_LIMIT_QPS", "1", "1000000", below: "0", above: "1000001"),
        Edge("API_RATE_LIMIT_BURST", "1", "1000000", below: "0", above: "1000001"),
    ]

    @Test("Both ends of a range are allowed", arguments: edges)
    func endsAreInside(edge: Edge) throws {
        for text in [edge.lowest, edge.highest] {
            let settings = try load(environment: ["TENSOR_WASM_" + edge.suffix: text])
            #expect(settings.entry(edge.suffix)?.shownValue == text)
        }
    }

    @Test("The first value beyond a range is refused with the range", arguments: edges)
    func beyondIsRefused(edge: Edge) throws {
        let variable = "TENSOR_WASM_" + edge.suffix
        let setting = try #require(SettingsReference.settings.first { $0.variable == variable })
        for text in [edge.below, edge.above].compactMap(\.self) {
            let error = failure(environment: [variable: text])
            #expect(error?.code == .outOfRange)
            #expect(error?.key == variable)
            #expect(error?.origin == .environment)
            #expect(error?.reason.contains(setting.allowed) == true)
        }
    }

    @Test("Every number among the settings has its edges tested")
    func everyRangeIsCovered() {
        let numbers = SettingsReference.settings.filter { !$0.unit.isEmpty }.map(\.variable)
        #expect(Set(numbers) == Set(Self.edges.map { "TENSOR_WASM_" + $0.suffix }))
    }

    @Test("Room for all bodies that is smaller than one body is refused")
    func contradiction() throws {
        let environment = ["TENSOR_WASM_LIMIT_BODY_BYTES": "1MiB", "TENSOR_WASM_LIMIT_BUFFERED_BODY_BYTES": "1048575"]
        #expect(failure(environment: environment)?.code == .contradiction)
        #expect(
            try load(environment: environment.merging(["TENSOR_WASM_LIMIT_BUFFERED_BODY_BYTES": "1MiB"]) { $1 })
                .limits.bufferedBodyBytes == 1 << 20)
    }
}
