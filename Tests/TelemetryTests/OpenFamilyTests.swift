import Testing

@testable import Telemetry

@Suite struct OpenFamilyTests {
    @Test func aValueKeepsItsSeries() {
        let family = MetricsRegistry().openGaugeFamily("level", help: "Level.", openLabel: "tenant_id")
        #expect(family.series(for: UInt64(7)) === family.series(for: 7))
        #expect(family.series(for: 7) !== family.series(for: 8))
    }

    @Test func valuesBeyondTheCapShareOtherAndEarlierOnesKeepTheirs() {
        let registry = MetricsRegistry()
        let family = registry.openCounterFamily("calls_total", help: "Calls.", openLabel: "id", maximumValues: 2)
        for id in [UInt64(9), 4, 1, 2, 9] { family.series(for: id).increment() }
        #expect(
            registry.samples == [
                #"calls_total{id="9"} 2"#, #"calls_total{id="4"} 1"#, #"calls_total{id="other"} 2"#,
            ]
        )
    }

    @Test func theDefaultCapHolds() {
        let registry = MetricsRegistry()
        let family = registry.openCounterFamily("calls_total", help: "Calls.", openLabel: "id")
        for id in 0..<UInt64(TelemetryLimits.openLabelValues + 50) { family.series(for: id).increment() }
        #expect(registry.samples.count == TelemetryLimits.openLabelValues + 1)
        #expect(registry.value(#"calls_total{id="other"}"#) == "50")
    }

    @Test func aValueThatIsCalledOtherIsCountedThereWithoutASecondSeries() {
        let registry = MetricsRegistry()
        let family = registry.openCounterFamily(
            "calls_total",
            help: "Calls.",
            openLabel: "id",
            keyedBy: String.self,
            maximumValues: 1
        )
        for id in ["other", "a", "b"] { family.series(for: id).increment() }
        #expect(registry.samples == [#"calls_total{id="a"} 1"#, #"calls_total{id="other"} 2"#])
    }

    @Test func furtherLabelsFollowTheOpenOneAndExposedOnesShowTheirZero() {
        let registry = MetricsRegistry()
        let family = registry.openCounterFamily(
            "calls_total",
            help: "Calls.",
            openLabel: "id",
            keyedBy: String.self,
            labels: [LabelDomain("kind", values: ["k0", "k1"]), LabelDomain("end", values: ["e0", "e1"])],
            exposing: [[0, 0]]
        )
        #expect(registry.samples.isEmpty)
        family.grid(for: "a\"b")[1, 1].increment()
        #expect(
            registry.samples == [
                #"calls_total{id="a\"b",kind="k0",end="e0"} 0"#, #"calls_total{id="a\"b",kind="k1",end="e1"} 1"#,
            ]
        )
    }

    @Test func aHistogramCanHaveAnOpenLabel() {
        let registry = MetricsRegistry()
        let family = registry.openHistogramFamily("wait_seconds", help: "Waits.", bounds: [1], openLabel: "id")
        family.series(for: UInt64(3)).observe(nanoseconds: 5)
        #expect(registry.value(#"wait_seconds_bucket{id="3",le="1"}"#) == "1")
    }
}
