import Telemetry
import Tracing

/// One request from its arrival to the end of its answer: its ids, its place in the metrics.
///
/// Made by ``Gateway/begin(method:route:traceparent:_:)``, which counts the request in; whoever holds it counts it out
/// exactly once with ``Gateway/end(_:status:)``.
struct RequestScope: Sendable {
    let requestID: RequestID
    let trace: TraceContext
    let route: Route?
    let method: HTTPMethodLabel
    /// On the monotonic clock, in nanoseconds.
    let start: UInt64
    /// The span `http.request`, for whatever tracer the process has; without one it records nothing.
    let span: any Span
    /// Where the request came from.
    let connection: ConnectionInfo
    /// What its audit record will say; `nil` for requests that are not recorded.
    let audit: AuditTrail?
}

extension Gateway {
    /// Counts a request in and gives it its ids.
    /// - Parameter traceparent: the header of that name, if there is exactly one; a malformed one starts a new trace.
    func begin(method: String, route: Route?, traceparent: String?, _ connection: ConnectionInfo) -> RequestScope {
        let label = HTTPMethodLabel(method)
        let action = auditLog == nil ? nil : route?.auditAction(method: label)
        let scope = RequestScope(
            requestID: RequestID(),
            trace: traceparent.flatMap { TraceContext(traceparent: $0)?.child() } ?? .random(),
            route: route, method: label, start: MonotonicClock.now(),
            span: tracer.startAnySpan("http.request", context: .topLevel, ofKind: .server),
            connection: connection, audit: action.map(AuditTrail.init))
        metrics.requestBegan(route: index(of: route), method: scope.method)
        return scope
    }

    /// Counts a request out.
    /// - Parameter held: how long its answer was held back, in nanoseconds; the server was not at work for so long.
    func end(_ scope: RequestScope, status: Int, held: UInt64 = 0) {
        let nanoseconds = MonotonicClock.now() &- scope.start &- held
        metrics.requestEnded(
            route: index(of: scope.route), method: scope.method, status: status, nanoseconds: nanoseconds)
        if scope.span.isRecording {
            scope.span.attributes["http.route"] = scope.route?.template ?? "unknown"
            scope.span.attributes["http.response.status_code"] = status
        }
        scope.span.end()
        if let record = auditRecord(scope, status: status, held: held) { _ = auditLog?.record(record) }
        logger.debug(
            "request",
            metadata: [
                "request_id": .stringConvertible(scope.requestID), "trace_id": .stringConvertible(scope.trace.traceID),
                "route": .string(scope.route?.template ?? "unknown"), "status": .stringConvertible(status),
            ])
    }

    /// The record of a request that is recorded, and has not been yet.
    func auditRecord(_ scope: RequestScope, status: Int, held: UInt64 = 0) -> AuditRecord? {
        guard let trail = scope.audit, trail.takeRecord() else { return nil }
        return trail.record(scope, status: status, nanoseconds: MonotonicClock.now() &- scope.start &- held)
    }

    private func index(of route: Route?) -> Int { route?.rawValue ?? Route.allCases.count }
}
