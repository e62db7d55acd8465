import CoreMetrics
import Testing

@testable import Telemetry

@Suite struct RegistryMetricsFactoryTests {
    private let registry = MetricsRegistry()

    private func factory(maximumFamilies: Int = 8, maximumSeries: Int = 8) -> RegistryMetricsFactory {
        RegistryMetricsFactory(registry: registry, maximumFamilies: maximumFamilies, maximumSeries: maximumSeries)
    }

    @Test func aCounterBecomesATotalWithItsDimensionsAsSortedLabels() {
        let factory = factory()
        let counter = factory.makeCounter(label: "http.client.requests", dimensions: [("z.y", "1"), ("a", "q\"")])
        counter.increment(by: 2)
        factory.makeCounter(label: "http.client.requests", dimensions: [("a", "q\""), ("z.y", "1")]).increment(by: 3)
        counter.increment(by: -7)
        #expect(registry.samples == [#"http_client_requests_total{a="q\"",z_y="1"} 5"#])
        counter.reset()
        #expect(registry.samples == [#"http_client_requests_total{a="q\"",z_y="1"} 0"#])
    }

    @Test func aFloatingPointCounterKeepsFractions() {
        let counter = factory().makeFloatingPointCounter(label: "cost", dimensions: [])
        counter.increment(by: 0.5)
        counter.increment(by: 0.25)
        counter.increment(by: -1)
        counter.increment(by: .infinity)
        counter.increment(by: .nan)
        #expect(registry.samples == ["cost_total 0.75"])
    }

    @Test func metersAndPlainRecordersBecomeGauges() {
        let factory = factory()
        let meter = factory.makeMeter(label: "pool.size", dimensions: [])
        meter.set(Int64(5))
        meter.increment(by: 2)
        meter.decrement(by: 0.5)
        factory.makeRecorder(label: "last", dimensions: [], aggregate: false).record(Int64(9))
        #expect(registry.samples == ["pool_size 6.5", "last 9"])
    }

    @Test func anAggregatingRecorderBecomesAHistogramAndIgnoresWhatIsNoNumber() {
        let recorder = factory().makeRecorder(label: "body.size", dimensions: [], aggregate: true)
        recorder.record(Int64(5))
        recorder.record(700.5)
        recorder.record(2e9)
        recorder.record(.nan)
        recorder.record(.infinity)
        #expect(registry.value(#"body_size_bucket{le="1"}"#) == "0")
        #expect(registry.value(#"body_size_bucket{le="5"}"#) == "1")
        #expect(registry.value(#"body_size_bucket{le="1000"}"#) == "2")
        #expect(registry.value(#"body_size_bucket{le="+Inf"}"#) == "3")
        #expect(registry.value("body_size_sum") == "2000000705.5")
    }

    @Test func aTimerBecomesAHistogramInSeconds() {
        let timer = factory().makeTimer(label: "tick", dimensions: [])
        timer.recordNanoseconds(1_500_000_000)
        timer.recordNanoseconds(-5)
        #expect(registry.value("tick_seconds_sum") == "1.5")
        #expect(registry.value("tick_seconds_count") == "2")
        #expect(registry.text(.openMetrics).contains("# UNIT tick_seconds seconds\n"))
    }

    @Test func aClashWithOneOfOurFamiliesIsPrefixed() {
        registry.counter("a_total", help: "Ours.").increment()
        let factory = factory()
        factory.makeCounter(label: "a", dimensions: []).increment(by: 9)
        factory.makeMeter(label: "tensor_wasm_functions", dimensions: []).set(Int64(3))
        #expect(registry.samples == ["a_total 1", "library_a_total 9", "library_tensor_wasm_functions 3"])
    }

    @Test func aClashBetweenTypesIsPrefixedOnceAndThenIgnored() {
        let factory = factory()
        factory.makeMeter(label: "x", dimensions: []).set(Int64(1))
        factory.makeCounter(label: "x", dimensions: []).increment(by: 2)
        factory.makeRecorder(label: "x", dimensions: [], aggregate: true).record(Int64(3))
        #expect(registry.samples == ["x 1", "library_x_total 2"])
    }

    @Test func aLibraryThatWasFirstGivesWayToOurFamily() {
        let meter = factory().makeMeter(label: "depth", dimensions: [])
        meter.set(Int64(1))
        registry.gauge("depth", help: "Ours.").set(2)
        meter.set(Int64(3))
        #expect(registry.samples == ["depth 2"])
    }

    @Test func beyondTheCapOnFamiliesNothingIsRecorded() {
        let factory = factory(maximumFamilies: 2)
        for name in ["a", "b", "c"] { factory.makeMeter(label: name, dimensions: []).set(Int64(1)) }
        #expect(registry.samples == ["a 1", "b 1"])
        factory.makeMeter(label: "a", dimensions: []).set(Int64(2))
        #expect(registry.value("a") == "2")
    }

    @Test func beyondTheCapOnSeriesTheOverflowTakesTheRest() {
        let factory = factory(maximumSeries: 2)
        for id in 0..<5 { factory.makeCounter(label: "a", dimensions: [("id", "\(id)")]).increment(by: 1) }
        #expect(
            registry.samples == [
                #"a_total{id="0"} 1"#, #"a_total{id="1"} 1"#, #"a_total{tensor_wasm_overflow="true"} 3"#,
            ]
        )
    }

    @Test func aSeriesLeavesThePageWithTheLastOfItsHandlesAndBeginsAnewAtZero() {
        let factory = factory()
        let first = factory.makeCounter(label: "a", dimensions: [])
        let second = factory.makeCounter(label: "a", dimensions: [])
        first.increment(by: 4)
        factory.destroyCounter(first)
        #expect(registry.samples == ["a_total 4"])
        factory.destroyCounter(second)
        factory.destroyCounter(second)
        #expect(registry.samples.isEmpty)
        factory.makeCounter(label: "a", dimensions: []).increment(by: 1)
        #expect(registry.samples == ["a_total 1"])
    }

    @Test func aHandleOfAnotherBackendIsIgnoredWhenDestroyed() {
        let factory = factory()
        factory.makeMeter(label: "a", dimensions: []).set(Int64(1))
        factory.destroyMeter(NOOPMetricsHandler.instance)
        #expect(registry.samples == ["a 1"])
    }

    @Test(arguments: [
        ("http.client.requests", "http_client_requests"), ("9lives", "_9lives"), ("a-b c:d", "a_b_c_d"),
        ("größe", "gr____e"), ("requests_count", "requests"), ("process_x", "library_process_x"),
    ])
    func namesBecomeMetricNames(label: String, expected: String) {
        #expect(LibraryMetricName.family(label, suffix: "") == expected)
        #expect(MetricName.isValid(expected))
    }

    @Test func namesThatCannotBeUsedAreNotRecorded() {
        for label in ["", "_count", "...", String(repeating: "a", count: TelemetryLimits.libraryNameBytes + 1)] {
            factory().makeMeter(label: label, dimensions: []).set(Int64(1))
        }
        #expect(registry.text().isEmpty)
    }

    @Test func labelsThatWouldSpoilThePageAreRenamedOrDropped() {
        let dimensions = [
            ("le", "1"), ("__name__", "x"), ("a.b", "first"), ("a-b", "second"), ("", "nothing"),
            ("tensor_wasm_overflow", "true"),
        ]
        #expect(
            LibraryLabels.text(dimensions)
                == LabelText([
                    ("a_b", "first"), ("label___name__", "x"), ("label_le", "1"),
                    ("label_tensor_wasm_overflow", "true"),
                ])
        )
    }

    @Test func labelsAreLimitedInNumberAndLength() {
        let many = (0..<20).map { ("l\($0)", "v") }
        #expect(LibraryLabels.text(many).bytes.count { $0 == UInt8(ascii: "=") } == TelemetryLimits.libraryLabels)
        let limit = TelemetryLimits.libraryLabelValueBytes
        #expect(LibraryMetricName.value(String(repeating: "é", count: limit)).utf8.count == limit)
        #expect(LibraryMetricName.value("x" + String(repeating: "é", count: limit)).utf8.count == limit - 1)
    }

    @Test func theHelpTextOfALibraryCannotBreakOutOfItsLine() {
        factory().makeMeter(label: "a\nb 1\n", dimensions: []).set(Int64(1))
        #expect(registry.text().split(separator: "\n").count == 3)
    }
}
