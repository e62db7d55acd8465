import Telemetry
import Testing

@Suite struct ConcurrencyTests {
    private let tasks = 16
    private let rounds = 2_000

    private func concurrently(_ body: @escaping @Sendable (Int) -> Void) async {
        await withTaskGroup { group in
            for task in 0..<tasks {
                group.addTask { [rounds] in
                    for round in 0..<rounds { body(task &* rounds &+ round) }
                }
            }
        }
    }

    @Test func noIncrementOfACounterIsLost() async {
        let counter = Counter()
        await concurrently { _ in counter.increment() }
        #expect(counter.value == UInt64(tasks * rounds))
    }

    @Test func noAdditionToAFloatGaugeIsLost() async {
        let gauge = FloatGauge()
        await concurrently { _ in gauge.add(0.5) }
        #expect(gauge.value == Double(tasks * rounds) / 2)
    }

    @Test func noObservationOfAHistogramIsLost() async {
        let histogram = Histogram(layout: [0.001, 1])
        await concurrently { index in histogram.observe(nanoseconds: index.isMultiple(of: 2) ? 10 : 2_000_000) }
        let half = UInt64(tasks * rounds / 2)
        #expect(histogram.snapshot.counts == [half, half, 0])
        #expect(histogram.snapshot.sum == .nanoseconds(half * 2_000_010))
    }

    @Test func tasksThatRaceForANewSeriesShareOne() async {
        let grid = MetricsRegistry().counterFamily(
            "races_total",
            help: "Races.",
            labels: [LabelDomain("a", values: (0..<40).map(\.description))]
        )
        await concurrently { index in grid[index % 40].increment() }
        #expect(grid.existing.map(\.series.value).reduce(0, +) == UInt64(tasks * rounds))
        #expect(grid.existing.count == 40)
    }

    @Test func tasksThatRaceForNewValuesOfAnOpenLabelNeverPassTheCapAndLoseNothing() async {
        let registry = MetricsRegistry()
        let family = registry.openCounterFamily("calls_total", help: "Calls.", openLabel: "id", maximumValues: 10)
        await concurrently { index in family.series(for: UInt64(index % 50)).increment() }
        let values = registry.samples.compactMap { $0.split(separator: " ").last.flatMap { Int($0) } }
        #expect(values.count == 11)
        #expect(values.reduce(0, +) == tasks * rounds)
    }

    @Test func aPageWrittenWhileObservationsArriveKeepsItsBucketsAndCountTogether() async {
        let registry = MetricsRegistry()
        let histogram = registry.histogram("wait_seconds", help: "Waits.", bounds: [0.001])
        await concurrently { index in
            histogram.observe(nanoseconds: 1)
            guard index.isMultiple(of: 100) else { return }
            let values = Dictionary(
                registry.samples.map { ($0.prefix { $0 != " " }, $0.split(separator: " ").last) },
                uniquingKeysWith: { first, _ in first }
            )
            #expect(values["wait_seconds_bucket{le=\"+Inf\"}"] == values["wait_seconds_count"])
        }
    }
}
