import Telemetry
import Testing

@Suite struct InstrumentTests {
    @Test func aCounterStartsAtZeroAndAddsWhatItIsGiven() {
        let counter = Counter()
        #expect(counter.value == 0)
        counter.increment()
        counter.increment(by: 41)
        #expect(counter.value == 42)
        #expect(counter.reading == .unsigned(42))
    }

    @Test func aGaugeRisesFallsAndIsReplaced() {
        let gauge = Gauge()
        gauge.add(5)
        gauge.subtract(7)
        #expect(gauge.value == -2)
        gauge.set(9)
        #expect(gauge.reading == .signed(9))
    }

    @Test func aFloatGaugeAddsFractions() {
        let gauge = FloatGauge()
        gauge.set(0.5)
        gauge.add(-0.25)
        #expect(gauge.reading == .real(0.25))
    }

    @Test(arguments: [
        (0, 0), (999_999, 0), (1_000_000, 0), (1_000_001, 1), (10_000_000, 1), (10_000_001, 2), (UInt64.max, 2),
    ])
    func anObservationFallsIntoTheFirstBucketWhoseBoundIsNotBelowIt(nanoseconds: UInt64, bucket: Int) {
        let histogram = Histogram(layout: [0.001, 0.01])
        histogram.observe(nanoseconds: nanoseconds)
        #expect(histogram.snapshot.counts == (0..<3).map { $0 == bucket ? 1 : 0 })
        #expect(histogram.snapshot.count == 1)
    }

    @Test func theSumOfAHistogramIsExactInNanoseconds() {
        let histogram = Histogram(layout: [1])
        // A Double of seconds could not hold both of these.
        histogram.observe(nanoseconds: 4_000_000_000_000_000_000)
        histogram.observe(nanoseconds: 1)
        #expect(histogram.snapshot.sum == .nanoseconds(4_000_000_000_000_000_001))
    }

    @Test func theMostBoundsThatAreAllowedFitTheBuckets() {
        let bounds = HistogramBounds(seconds: (1...TelemetryLimits.histogramBounds).map(Double.init))
        let histogram = Histogram(layout: bounds)
        histogram.observe(nanoseconds: .max)
        #expect(histogram.snapshot.counts.count == TelemetryLimits.histogramBounds + 1)
        #expect(histogram.snapshot.counts.last == 1)
    }

    @Test func boundsAreConvertedToTheNearestNanosecond() {
        let bounds: HistogramBounds = [1e-05, 5e-05, 0.0001, 0.005, 2.5, 30]
        #expect(bounds.nanoseconds == [10_000, 50_000, 100_000, 5_000_000, 2_500_000_000, 30_000_000_000])
    }

    @Test func boundsThatDoNotAscendAreAProgrammingError() async {
        await #expect(processExitsWith: .failure) { _ = HistogramBounds(seconds: [1, 1]) }
        await #expect(processExitsWith: .failure) { _ = HistogramBounds(seconds: [0]) }
        await #expect(processExitsWith: .failure) { _ = HistogramBounds(seconds: [1, .infinity]) }
        await #expect(processExitsWith: .failure) { _ = HistogramBounds(seconds: (1...24).map(Double.init)) }
    }
}
