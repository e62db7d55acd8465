/// Latencies in seconds; `nil` when nothing was observed.
struct Percentiles: Sendable, Equatable {
    let p50: Double?
    let p95: Double?
    let p99: Double?

    init(_ histogram: HistogramSnapshot) {
        p50 = histogram.quantile(0.50)
        p95 = histogram.quantile(0.95)
        p99 = histogram.quantile(0.99)
    }
}
