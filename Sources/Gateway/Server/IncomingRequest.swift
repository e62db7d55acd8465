import HTTPTypes
import HummingbirdCore
import Storage

/// A request whose head has been read, with what every step needs of it.
struct IncomingRequest {
    let request: Request
    /// Path and query.
    let target: String
    let match: RouteMatch
    let fields: AccessFields
    let scope: RequestScope

    /// Whether it has a body that is received.
    var receivesBody: Bool { match.route?.receivesBody(request.method.rawValue) == true }

    /// The function that the path names; `nil` when that is no id.
    var functionID: FunctionID? { FunctionID(ascii: match.id) }

    /// The job that the path names; `nil` when that is no id.
    var jobID: JobID? { JobID(ascii: match.id) }

    /// What a call needs to know of the head.
    var invokeHead: Gateway.InvokeHead {
        Gateway.InvokeHead(contentType: request.headers[.contentType], deadline: request.headers[.deadline])
    }
}

extension HTTPField.Name {
    static let traceparent = Self("traceparent")!
    static let deadline = Self("x-tensorwasm-deadline-ms")!
    static let requestedMethod = Self("access-control-request-method")!
}
