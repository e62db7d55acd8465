/// The families of requests that are refused before they reach a handler.
public struct AccessMetrics: Sendable {
    private let limited: SeriesGrid<Counter>
    private let unauthenticated: SeriesGrid<Counter>

    init(registry: MetricsRegistry) {
        limited = registry.counterFamily(
            "tensor_wasm_rate_limited_total",
            help: "Requests refused by a rate limit.",
            labels: [RateLimitLabel.domain],
            exposing: RateLimitLabel.allCases.map { [$0.rawValue] }
        )
        unauthenticated = registry.counterFamily(
            "tensor_wasm_authentication_failures_total",
            help: "Requests refused for want of valid credentials.",
            labels: [AuthenticationFailureLabel.domain],
            exposing: AuthenticationFailureLabel.allCases.map { [$0.rawValue] }
        )
    }

    /// Counts a request that a rate limit refused.
    public func rateLimited(by limit: RateLimitLabel) {
        limited[limit.rawValue].increment()
    }

    /// Counts a request without valid credentials.
    public func authenticationFailed(_ reason: AuthenticationFailureLabel) {
        unauthenticated[reason.rawValue].increment()
    }
}
