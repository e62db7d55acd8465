/// A metrics page as it was scraped: samples by their names.
///
/// Buckets, sums and counts of a histogram are samples with the names that the format gives them, such as `x_bucket`.
struct MetricsPage: Sendable {
    private let samples: [String: [MetricSample]]

    init(samples: [String: [MetricSample]]) { self.samples = samples }

    /// All samples of that name; none when the server does not have it.
    func samples(_ name: String) -> [MetricSample] { samples[name] ?? [] }

    /// The sum of the samples of that name, `nil` when there is none.
    func sum(_ name: String, where isWanted: (MetricSample) -> Bool = { _ in true }) -> Double? {
        let found = samples(name).filter(isWanted)
        return found.isEmpty ? nil : found.reduce(0) { $0 + $1.value }
    }

    /// The sums of the samples of that name by the value of one label; a sample without it does not count.
    func sums(_ name: String, by label: String) -> [String: Double] {
        var sums: [String: Double] = [:]
        for sample in samples(name) {
            if let value = sample.labels[label] { sums[value, default: 0] += sample.value }
        }
        return sums
    }
}
