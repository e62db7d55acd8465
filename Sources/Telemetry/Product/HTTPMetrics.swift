/// The three HTTP families, moved together so that none can be forgotten.
///
/// A route is a template such as `/functions/:id`, addressed by its index in the list given at the start; the last
/// one, added here, is `unknown` for requests that match none.
public final class HTTPMetrics: Sendable {
    /// The template of requests that match no route.
    public static let unknownTemplate = "unknown"

    /// Bounds of request and invocation durations, in seconds. Ten to thirty seconds are the longest deadlines.
    static let bounds: HistogramBounds = [
        0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 15, 30,
    ]

    /// All templates; the last is `unknown`.
    public let routes: [String]

    private let durations: SeriesGrid<Histogram>
    private let inFlight: SeriesGrid<Gauge>

    /// - Parameters:
    ///   - routes: Distinct templates without `unknown`.
    ///   - exposing: Series exposed with zero from the start.
    init(registry: MetricsRegistry, routes: [String], exposing: [HTTPExposedSeries]) {
        self.routes = routes + [Self.unknownTemplate]
        let route = LabelDomain("route", values: self.routes)
        let answered = exposing.flatMap { series in
            series.statuses.map { [series.route, series.method.rawValue, HTTPStatusLabel.index(of: $0)] }
        }
        durations = registry.histogramFamily(
            "tensor_wasm_http_request_duration_seconds",
            help: "Time from a request's arrival to the end of its response.",
            bounds: Self.bounds,
            labels: [route, HTTPMethodLabel.domain, HTTPStatusLabel.domain],
            exposing: answered
        )
        registry.counterFamily(
            "tensor_wasm_http_requests_total",
            help: "HTTP requests answered, by route template, method and status.",
            observationsOf: durations
        )
        inFlight = registry.gaugeFamily(
            "tensor_wasm_http_requests_in_flight",
            help: "HTTP requests that have arrived and are not answered yet.",
            labels: [route, HTTPMethodLabel.domain],
            exposing: exposing.map { [$0.route, $0.method.rawValue] }
        )
    }

    /// The index of `unknown`.
    public var unknownRoute: Int { routes.count - 1 }

    /// The index of a template, or that of `unknown`.
    ///
    /// - Complexity: Linear; look routes up once, when they are built.
    public func routeIndex(of template: String) -> Int {
        routes.firstIndex(of: template) ?? unknownRoute
    }

    /// Counts a request in. Must be followed by exactly one `requestEnded` with the same route and method.
    ///
    /// - Parameter route: The index of its template; any other number counts as `unknown`.
    public func requestBegan(route: Int, method: HTTPMethodLabel) {
        inFlight[known(route), method.rawValue].add()
    }

    /// Counts a request out, whether its handler succeeded or not.
    ///
    /// - Parameters:
    ///   - route: As given to `requestBegan`.
    ///   - method: As given to `requestBegan`.
    ///   - status: The status of the response; one that is not listed counts as the first of its class.
    ///   - nanoseconds: The time since `requestBegan`.
    public func requestEnded(route: Int, method: HTTPMethodLabel, status: Int, nanoseconds: UInt64) {
        let route = known(route)
        let status = HTTPStatusLabel.index(of: status)
        inFlight[route, method.rawValue].subtract()
        durations[route, method.rawValue, status].observe(nanoseconds: nanoseconds)
    }

    private func known(_ route: Int) -> Int {
        routes.indices.contains(route) ? route : unknownRoute
    }
}
