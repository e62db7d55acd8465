/// The types of the exposition formats that this registry uses.
public enum MetricType: String, Sendable {
    /// Only grows; its name ends in `_total`.
    case counter
    /// Rises and falls.
    case gauge
    /// Observations counted in buckets.
    case histogram
}
