/// Observations counted in buckets.
struct HistogramSnapshot: Sendable, Equatable {
    /// The upper bounds in ascending order, each with the number of observations up to it.
    private let buckets: [(bound: Double, count: Double)]

    /// - Parameter cumulative: how many observations are not above each bound.
    init(cumulative: [Double: Double]) {
        buckets = cumulative.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    var count: Double { buckets.last?.count ?? 0 }

    /// The value below which that share of the observations lies, by linear interpolation within the bucket, as
    /// Prometheus' `histogram_quantile` does it.
    ///
    /// - Parameter share: 0 … 1.
    /// - Returns: `nil` without an observation; the greatest finite bound for a value beyond it.
    func quantile(_ share: Double) -> Double? {
        guard count > 0 else { return nil }
        let rank = share * count
        var lower = (bound: 0.0, count: 0.0)
        for bucket in buckets {
            if bucket.count >= rank, bucket.count > lower.count {
                guard bucket.bound.isFinite else { return lower.bound }
                let position = (rank - lower.count) / (bucket.count - lower.count)
                return lower.bound + (bucket.bound - lower.bound) * position
            }
            // Scrapes of several series are not one moment: a later bucket may have less.
            lower = (bucket.bound.isFinite ? bucket.bound : lower.bound, max(lower.count, bucket.count))
        }
        return lower.bound
    }

    static func == (left: HistogramSnapshot, right: HistogramSnapshot) -> Bool {
        left.buckets.elementsEqual(right.buckets) { $0 == $1 }
    }
}
