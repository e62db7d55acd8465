/// The routes of the public interface. A route's ``template`` is its label in the metrics.
enum Route: Int, CaseIterable, Sendable {
    case healthz
    case readyz
    case metrics
    case openapi
    case functions
    case function
    case invoke
    case invokeAsync
    case invokeStream
    case jobs
    case job
    case instances
    case instance

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
        case .invokeAsync: "/functions/:id/invoke-async"
        case .invokeStream: "/functions/:id/invoke-stream"
        case .jobs: "/jobs"
        case .job: "/jobs/:id"
        case .instances: "/instances"
        case .instance: "/instances/:id"
        }
    }

    /// The methods it answers. `HEAD` is answered wherever `GET` is.
    var methods: [String] {
        switch self {
        case .healthz, .readyz, .metrics, .openapi, .jobs, .instances: ["GET", "HEAD"]
        case .functions: ["GET", "HEAD", "POST"]
        case .function, .job: ["GET", "HEAD", "DELETE"]
        case .invoke, .invokeAsync, .invokeStream: ["POST"]
        case .instance: ["DELETE"]
        }
    }

    /// Whether requests say who calls and for which tenant, and are checked for it.
    var needsCaller: Bool {
        switch self {
        case .healthz, .readyz, .metrics, .openapi: false
        case .functions, .function, .invoke, .invokeAsync, .invokeStream, .jobs, .job, .instances, .instance: true
        }
    }

    /// Whether requests of that method have a body that is received.
    func receivesBody(_ method: String) -> Bool {
        switch self {
        case .functions, .invoke, .invokeAsync, .invokeStream: method == "POST"
        default: false
        }
    }
}
