/// The position in a distributed trace, as it travels in the header `traceparent`.
///
/// Source: W3C Recommendation "Trace Context" (level 1), section 3.2.
///
/// ```swift
/// let context = TraceContext(traceparent: header)?.child() ?? .random()
/// response.headers["X-Trace-Id"] = context.traceID.hex
/// ```
public struct TraceContext: Hashable, Sendable {
    /// The trace.
    public let traceID: TraceID
    /// The span that is current; the parent of those that follow.
    public let spanID: SpanID
    /// Whether the caller may have recorded the trace, the only flag of version 00.
    public let isSampled: Bool

    /// A position given by its parts.
    public init(traceID: TraceID, spanID: SpanID, isSampled: Bool) {
        self.traceID = traceID
        self.spanID = spanID
        self.isSampled = isSampled
    }

    /// The root of a new trace.
    public static func random(isSampled: Bool = true) -> TraceContext {
        TraceContext(traceID: .random(), spanID: .random(), isSampled: isSampled)
    }

    /// A new span below this one, in the same trace and with the same sampling decision.
    public func child() -> TraceContext {
        TraceContext(traceID: traceID, spanID: .random(), isSampled: isSampled)
    }

    /// The header value, in version 00: a sender writes the version that it knows, whatever it received.
    public var traceparent: String {
        "00-\(traceID.hex)-\(spanID.hex)-\(isSampled ? "01" : "00")"
    }
}
