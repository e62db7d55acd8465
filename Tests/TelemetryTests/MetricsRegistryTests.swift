import Testing

@testable import Telemetry

@Suite struct MetricsRegistryTests {
    @Test func familiesAppearInTheOrderOfRegistration() {
        let registry = MetricsRegistry()
        for name in ["zebra", "apple", "mango"] { _ = registry.gauge(name, help: "Fruit?") }
        #expect(registry.samples == ["zebra 0", "apple 0", "mango 0"])
    }

    @Test(arguments: [
        MetricDescription(name: "", help: "x", type: .gauge, unit: nil),
        MetricDescription(name: "1a", help: "x", type: .gauge, unit: nil),
        MetricDescription(name: "a-b", help: "x", type: .gauge, unit: nil),
        MetricDescription(name: "a:b", help: "x", type: .gauge, unit: nil),
        MetricDescription(name: "é", help: "x", type: .gauge, unit: nil),
        MetricDescription(name: "a", help: "", type: .gauge, unit: nil),
        MetricDescription(name: "a", help: "x", type: .counter, unit: nil),
        MetricDescription(name: "_total", help: "x", type: .counter, unit: nil),
        MetricDescription(name: "a_total", help: "x", type: .gauge, unit: nil),
        MetricDescription(name: "a_count", help: "x", type: .gauge, unit: nil),
        MetricDescription(name: "a_bucket", help: "x", type: .histogram, unit: nil),
        MetricDescription(name: "a", help: "x", type: .histogram, unit: .seconds),
        MetricDescription(name: "a_total_seconds", help: "x", type: .counter, unit: .seconds),
    ])
    func aDescriptionThatBreaksARuleHasAFlaw(description: MetricDescription) {
        #expect(description.flaw != nil)
    }

    @Test(arguments: [
        MetricDescription(name: "a", help: "x", type: .gauge, unit: nil),
        MetricDescription(name: "_B9", help: "x", type: .gauge, unit: nil),
        MetricDescription(name: "a_seconds_total", help: "x", type: .counter, unit: .seconds),
        MetricDescription(name: "a_bytes", help: "x", type: .gauge, unit: .bytes),
    ])
    func aDescriptionThatKeepsTheRulesHasNone(description: MetricDescription) {
        #expect(description.flaw == nil)
    }

    @Test func aNameIsTakenOnce() async {
        await #expect(processExitsWith: .failure) {
            let registry = MetricsRegistry()
            _ = registry.gauge("a", help: "x")
            _ = registry.gauge("a", help: "x")
        }
    }

    @Test func aNameThatWouldBeMistakenForASampleOfAnotherFamilyIsRefused() async {
        await #expect(processExitsWith: .failure) {
            let registry = MetricsRegistry()
            _ = registry.counter("a_total", help: "x")
            // The family of the counter is called so in OpenMetrics.
            _ = registry.gauge("a", help: "x")
        }
    }

    @Test func aFlawedFamilyIsRefused() async {
        await #expect(processExitsWith: .failure) { _ = MetricsRegistry().counter("a", help: "x") }
        await #expect(processExitsWith: .failure) { _ = MetricsRegistry().gauge("a", help: "") }
        await #expect(processExitsWith: .failure) { _ = LabelDomain("le", values: ["1"]) }
        await #expect(processExitsWith: .failure) { _ = LabelDomain("__a", values: ["1"]) }
        await #expect(processExitsWith: .failure) { _ = LabelDomain("a", values: ["1", "1"]) }
        await #expect(processExitsWith: .failure) { _ = LabelDomain("a", values: []) }
    }

    @Test func aCollectedSeriesWithoutAValueIsLeftOut() {
        let registry = MetricsRegistry()
        registry.collectedGauge("there", help: "x") { 1.5 }
        registry.collectedCounter("gone_total", help: "x") { nil }
        #expect(registry.samples == ["there 1.5"])
        #expect(registry.text().contains("# TYPE gone_total counter"))
    }
}
