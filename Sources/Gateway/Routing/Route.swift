/// The routes of the public interface. A route's ``template`` is its label in the metrics.
enum Route: Int, CaseIterable, Sendable {
    case healthz
    case readyz
    case metrics
    case openapi
    case functions
    case function
    case invoke

    /// The path with its parameters named, as clients and dashboards know it.
    var template: String {
        switch self {
        case .healthz: "/healthz"
        case .readyz: "/readyz"
        case .metrics: "/metrics"
        case .openapi: "/openapi.json"
        case .functions: "/functions"
        case .function: "/functions/:id"
        case .invoke: "/functions/:id/invoke"
        }
    }

    /// The methods it answers. `HEAD` is answered wherever `GET` is.
    var methods: [String] {
        switch self {
        case .healthz, .readyz, .metrics, .openapi: ["GET", "HEAD"]
        case .functions: ["GET", "HEAD", "POST"]
        case .function: ["GET", "HEAD", "DELETE"]
        case .invoke: ["POST"]
        }
    }
}
