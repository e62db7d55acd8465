import TestSupport
import Testing

@testable import CLI

@Suite("A histogram's quantile")
struct HistogramSnapshotTests {
    private let histogram = HistogramSnapshot(cumulative: [1: 10, 2: 10, 4: 30, .infinity: 40])

    @Test(
        "is interpolated in its bucket, and is the greatest finite bound beyond it",
        arguments: [(0.0, 0.0), (0.125, 0.5), (0.25, 1.0), (0.5, 3.0), (0.75, 4.0), (0.76, 4.0), (1.0, 4.0)])
    func values(_ share: Double, _ expected: Double) {
        #expect(histogram.quantile(share) == expected)
    }

    @Test("does not exist without an observation")
    func empty() {
        #expect(HistogramSnapshot(cumulative: [:]).quantile(0.5) == nil)
        #expect(HistogramSnapshot(cumulative: [1: 0, .infinity: 0]).quantile(0.5) == nil)
    }

    @Test("never falls as the share grows, whatever the buckets say")
    func monotone() {
        var generator = SeededGenerator(seed: 11)
        for _ in 0..<500 {
            var buckets: [Double: Double] = [.infinity: Double.random(in: 0...9, using: &generator)]
            for bound in 1...5 { buckets[Double(bound)] = Double.random(in: 0...9, using: &generator) }
            let histogram = HistogramSnapshot(cumulative: buckets)
            let values = stride(from: 0.0, through: 1, by: 0.1).compactMap { histogram.quantile($0) }
            #expect(values == values.sorted())
            #expect(values.allSatisfy { (0...5).contains($0) })
        }
    }
}
