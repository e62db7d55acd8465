import Testing

@testable import Telemetry

@Suite(.enabled(if: Promtool.isInstalled, "promtool is not installed"))
struct PromtoolTests {
    @Test func promtoolAcceptsTheWholePageWithoutAComplaint() {
        let registry = MetricsRegistry()
        let build = BuildInfo(
            version: "1",
            gitSHA: "a\"\\\n",
            swiftVersion: "6",
            wasmtimeVersion: "50",
            profile: "debug",
            target: "t"
        )
        let metrics = TensorWasmMetrics(
            registry: registry,
            routes: ["/healthz"],
            buildInfo: build,
            exposing: [HTTPExposedSeries(route: 0, method: .get)]
        )
        ProcessMetrics.register(in: registry)
        metrics.requestBegan(route: 0, method: .get)
        metrics.requestEnded(route: 0, method: .get, status: 200, nanoseconds: 123_456_789)
        metrics.tenant(0).invocationEnded(kind: .gpu, outcome: .ok, nanoseconds: 5_000)
        let factory = RegistryMetricsFactory(registry: registry)
        factory.makeTimer(label: "http.client.duration", dimensions: [("le", "1"), ("a", "\"")]).recordNanoseconds(9)
        factory.makeCounter(label: "http.client.requests", dimensions: []).increment(by: 1)
        #expect(Promtool.check(registry.prometheusText()) == 0)
    }

    @Test func promtoolRefusesAPageThatIsBroken() {
        #expect(Promtool.check(Array("# TYPE a counter\na{b=\"c} 1\n".utf8)) != 0)
    }
}
