/// A text format of a metrics page.
public enum ExpositionFormat: Sendable, CaseIterable {
    /// The Prometheus text format 0.0.4, which every scraper reads.
    case prometheusText
    /// The OpenMetrics text format 1.0.0.
    case openMetrics

    /// The value of `Content-Type` that announces the format.
    public var contentType: String {
        switch self {
        case .prometheusText: "text/plain; version=0.0.4; charset=utf-8"
        case .openMetrics: "application/openmetrics-text; version=1.0.0; charset=utf-8"
        }
    }
}
