/// The distribution of measured times, in nanoseconds.
struct Latencies: Sendable {
    private let sorted: [UInt64]

    /// - Parameter samples: at least one.
    init(_ samples: [UInt64]) {
        precondition(!samples.isEmpty, "a distribution needs samples")
        sorted = samples.sorted()
    }

    var count: Int { sorted.count }
    var p50: UInt64 { percentile(50) }
    var p95: UInt64 { percentile(95) }
    var p99: UInt64 { percentile(99) }
    var maximum: UInt64 { percentile(100) }

    /// Calls one after the other, as many as fit into a second.
    var callsPerSecond: UInt64 {
        let total = sorted.reduce(0, &+)
        return total == 0 ? 0 : UInt64(Double(count) * 1e9 / Double(total))
    }

    /// The nearest rank: the smallest sample that at least `percent` of all are not above.
    private func percentile(_ percent: Int) -> UInt64 {
        sorted[max((sorted.count * percent + 99) / 100, 1) - 1]
    }

    /// With one decimal, rounded.
    static func microseconds(_ nanoseconds: UInt64) -> String {
        let tenths = (nanoseconds + 50) / 100
        return "\(tenths / 10).\(tenths % 10)"
    }
}
