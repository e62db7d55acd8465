/// HTTP series that are exposed with zero before the first request.
///
/// Without its zero, the first error of a route appears on the page with the value 1, and `rate` sees no increase.
public struct HTTPExposedSeries: Sendable, Equatable {
    /// The index of the route's template.
    public let route: Int
    /// The method that the route answers.
    public let method: HTTPMethodLabel
    /// The statuses to expose.
    public let statuses: [Int]

    /// Names the series of one route and method.
    public init(route: Int, method: HTTPMethodLabel, statuses: [Int] = [200]) {
        self.route = route
        self.method = method
        self.statuses = statuses
    }
}
