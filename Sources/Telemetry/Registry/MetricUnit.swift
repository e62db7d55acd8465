/// The base units of Prometheus that families here are measured in.
///
/// A family with a unit has a name that ends in it (before `_total`), as OpenMetrics requires.
public enum MetricUnit: String, Sendable {
    /// Durations and points in time.
    case seconds
    /// Sizes.
    case bytes
    /// Fractions from 0 to 1.
    case ratio
}
