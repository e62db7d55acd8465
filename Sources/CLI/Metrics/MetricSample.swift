/// One line of a metrics page: a value with its labels.
struct MetricSample: Sendable, Equatable {
    let labels: [String: String]
    let value: Double
}
