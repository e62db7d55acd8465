import Testing

@testable import Telemetry

@Suite struct SeriesGridTests {
    private func grid(exposing: [[Int]] = []) -> (MetricsRegistry, SeriesGrid<Counter>) {
        let registry = MetricsRegistry()
        let grid = registry.counterFamily(
            "events_total",
            help: "Events.",
            labels: [
                LabelDomain("a", values: ["a0", "a1", "a2"]),
                LabelDomain("b", values: (0..<11).map { "b\($0)" }),
                LabelDomain("c", values: ["c0", "c1"]),
            ],
            exposing: exposing
        )
        return (registry, grid)
    }

    @Test func everyIndexTupleHasASeriesOfItsOwnWithItsLabels() {
        let (registry, grid) = grid()
        var next: UInt64 = 0
        for a in 0..<3 {
            for b in 0..<11 {
                for c in 0..<2 {
                    next += 1
                    grid[a, b, c].increment(by: next)
                }
            }
        }
        let expected = (0..<66).map { flat in
            "events_total{a=\"a\(flat / 22)\",b=\"b\(flat / 2 % 11)\",c=\"c\(flat % 2)\"} \(flat + 1)"
        }
        #expect(registry.samples == expected)
    }

    @Test func theSameIndexesGiveTheSameSeries() {
        let (_, grid) = grid()
        #expect(grid[2, 10, 1] === grid[2, 10, 1])
        #expect(grid[2, 10, 1] !== grid[2, 10, 0])
    }

    @Test func aSeriesAppearsWithItsFirstUseOnly() {
        let (registry, grid) = grid()
        #expect(registry.samples.isEmpty)
        #expect(registry.text().contains("# HELP events_total Events.\n# TYPE events_total counter\n"))
        _ = grid[1, 2, 0]
        #expect(registry.samples == [#"events_total{a="a1",b="b2",c="c0"} 0"#])
    }

    @Test func exposedSeriesShowTheirZeroFromTheStartInTheOrderOfTheirIndexes() {
        let (registry, grid) = grid(exposing: [[2, 0, 1], [0, 3, 0]])
        #expect(
            registry.samples == [
                #"events_total{a="a0",b="b3",c="c0"} 0"#, #"events_total{a="a2",b="b0",c="c1"} 0"#,
            ]
        )
        #expect(grid.existing.map(\.indexes) == [[0, 3, 0], [2, 0, 1]])
    }

    @Test func anIndexOutsideOfItsLabelIsAProgrammingErrorEvenWhereTheGridHasRoom() async {
        await #expect(processExitsWith: .failure) {
            let labels = [LabelDomain("a", values: ["0", "1"]), LabelDomain("b", values: ["0", "1"])]
            _ = MetricsRegistry().gaugeFamily("x", help: "x", labels: labels)[0, 2]
        }
        await #expect(processExitsWith: .failure) {
            _ = MetricsRegistry().gaugeFamily("x", help: "x", labels: [LabelDomain("a", values: ["0"])])[-1]
        }
    }

    @Test func aSubscriptWithAnotherNumberOfLabelsIsAProgrammingError() async {
        await #expect(processExitsWith: .failure) {
            _ = MetricsRegistry().gaugeFamily("x", help: "x", labels: [LabelDomain("a", values: ["0"])])[0, 0]
        }
    }
}
