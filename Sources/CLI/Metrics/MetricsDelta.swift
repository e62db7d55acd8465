/// What changed between two scrapes of one server.
struct MetricsDelta: Sendable {
    let before: MetricsPage
    let after: MetricsPage
    /// Between the scrapes, above 0.
    let seconds: Double

    /// How fast counters of that name grew together, per second; `nil` when the server does not have the name.
    func rate(_ name: String, where isWanted: (MetricSample) -> Bool = { _ in true }) -> Double? {
        increase(name, where: isWanted).map { $0 / seconds }
    }

    /// How much counters of that name grew together; `nil` when the server does not have the name.
    func increase(_ name: String, where isWanted: (MetricSample) -> Bool = { _ in true }) -> Double? {
        let grown = increases(name).filter { isWanted($0) }
        return grown.isEmpty ? nil : grown.reduce(0) { $0 + $1.value }
    }

    /// How fast counters of that name grew, by the value of one label.
    func rates(_ name: String, by label: String, where isWanted: (MetricSample) -> Bool = { _ in true })
        -> [String: Double]
    {
        var rates: [String: Double] = [:]
        for sample in increases(name) where isWanted(sample) {
            if let value = sample.labels[label] { rates[value, default: 0] += sample.value / seconds }
        }
        return rates
    }

    /// What was observed between the scrapes by histograms of that name together.
    func histogram(_ name: String, where isWanted: (MetricSample) -> Bool = { _ in true }) -> HistogramSnapshot {
        var buckets: [Double: Double] = [:]
        for sample in increases(name + "_bucket") where isWanted(sample) {
            let bound = sample.labels["le"].flatMap { $0 == "+Inf" ? Double.infinity : Double($0) }
            if let bound { buckets[bound, default: 0] += sample.value }
        }
        return HistogramSnapshot(cumulative: buckets)
    }

    /// Every counter of that name with its growth. One that fell belongs to a server that was started again, so all of it
    /// is new; one that was not there was 0.
    private func increases(_ name: String) -> [MetricSample] {
        var old: [[String: String]: Double] = [:]
        for sample in before.samples(name) { old[sample.labels] = sample.value }
        return after.samples(name).map { sample in
            let earlier = old[sample.labels] ?? 0
            let growth = sample.value >= earlier ? sample.value - earlier : sample.value
            return MetricSample(labels: sample.labels, value: growth.isFinite ? growth : 0)
        }
    }
}
