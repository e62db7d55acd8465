import Testing

@testable import Telemetry

@Suite struct ExpositionTests {
    private func exampleRegistry() -> MetricsRegistry {
        let registry = MetricsRegistry()
        registry.counter("requests_total", help: "Requests.").increment(by: 3)
        registry.gauge("depth", help: "Depth.").set(-4)
        let cpu = registry.counterFamily(
            "cpu_seconds_total",
            help: "Time \"on\" a\\the\ncore.",
            unit: .seconds,
            labels: [LabelDomain("core", values: ["0", "1"])]
        )
        cpu[1].increment()
        let latency = registry.histogramFamily(
            "latency_seconds",
            help: "Latency.",
            bounds: [1e-05, 0.5, 1],
            labels: [LabelDomain("kind", values: ["a\"b\\c\nd"])]
        )
        latency[0].observe(nanoseconds: 10_000)
        latency[0].observe(nanoseconds: 300_000_000)
        latency[0].observe(nanoseconds: 2_000_000_000)
        _ = registry.gaugeFamily("empty", help: "No series.", labels: [LabelDomain("a", values: ["b"])])
        registry.info("made_info", help: "Facts.", labels: [("version", "1.2"), ("target", "x86")])
        return registry
    }

    @Test func thePrometheusPageIsWrittenAsTheFormatSays() {
        let expected = #"""
            # HELP requests_total Requests.
            # TYPE requests_total counter
            requests_total 3
            # HELP depth Depth.
            # TYPE depth gauge
            depth -4
            # HELP cpu_seconds_total Time "on" a\\the\ncore.
            # TYPE cpu_seconds_total counter
            cpu_seconds_total{core="1"} 1
            # HELP latency_seconds Latency.
            # TYPE latency_seconds histogram
            latency_seconds_bucket{kind="a\"b\\c\nd",le="1e-05"} 1
            latency_seconds_bucket{kind="a\"b\\c\nd",le="0.5"} 2
            latency_seconds_bucket{kind="a\"b\\c\nd",le="1"} 2
            latency_seconds_bucket{kind="a\"b\\c\nd",le="+Inf"} 3
            latency_seconds_sum{kind="a\"b\\c\nd"} 2.30001
            latency_seconds_count{kind="a\"b\\c\nd"} 3
            # HELP empty No series.
            # TYPE empty gauge
            # HELP made_info Facts.
            # TYPE made_info gauge
            made_info{version="1.2",target="x86"} 1

            """#
        #expect(exampleRegistry().text(.prometheusText) == expected)
    }

    @Test func theOpenMetricsPageIsWrittenAsTheFormatSays() {
        let expected = #"""
            # HELP requests Requests.
            # TYPE requests counter
            requests_total 3
            # HELP depth Depth.
            # TYPE depth gauge
            depth -4
            # HELP cpu_seconds Time \"on\" a\\the\ncore.
            # TYPE cpu_seconds counter
            # UNIT cpu_seconds seconds
            cpu_seconds_total{core="1"} 1
            # HELP latency_seconds Latency.
            # TYPE latency_seconds histogram
            # UNIT latency_seconds seconds
            latency_seconds_bucket{kind="a\"b\\c\nd",le="1e-05"} 1
            latency_seconds_bucket{kind="a\"b\\c\nd",le="0.5"} 2
            latency_seconds_bucket{kind="a\"b\\c\nd",le="1.0"} 2
            latency_seconds_bucket{kind="a\"b\\c\nd",le="+Inf"} 3
            latency_seconds_sum{kind="a\"b\\c\nd"} 2.30001
            latency_seconds_count{kind="a\"b\\c\nd"} 3
            # HELP empty No series.
            # TYPE empty gauge
            # HELP made_info Facts.
            # TYPE made_info gauge
            made_info{version="1.2",target="x86"} 1
            # EOF

            """#
        #expect(exampleRegistry().text(.openMetrics) == expected)
    }

    @Test func twoPagesWithoutAChangeInBetweenAreEqual() {
        let registry = exampleRegistry()
        #expect(registry.prometheusText() == registry.prometheusText())
        #expect(registry.openMetricsText() == registry.openMetricsText())
    }

    @Test func anEmptyOpenMetricsPageStillHasItsEnd() {
        #expect(MetricsRegistry().text(.openMetrics) == "# EOF\n")
        #expect(MetricsRegistry().text(.prometheusText).isEmpty)
    }

    @Test func aHistogramWithoutLabelsOpensItsBracesForTheBoundOnly() {
        let registry = MetricsRegistry()
        _ = registry.histogram("wait_seconds", help: "Waits.", bounds: [0.25])
        #expect(
            registry.samples == [
                "wait_seconds_bucket{le=\"0.25\"} 0", "wait_seconds_bucket{le=\"+Inf\"} 0", "wait_seconds_sum 0",
                "wait_seconds_count 0",
            ])
    }

    @Test func theContentTypesNameTheVersionsOfTheFormats() {
        #expect(ExpositionFormat.prometheusText.contentType.hasPrefix("text/plain; version=0.0.4"))
        #expect(ExpositionFormat.openMetrics.contentType.hasPrefix("application/openmetrics-text; version=1.0.0"))
    }
}
