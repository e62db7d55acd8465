import NIOCore
import Telemetry

/// An answer before it is put into the words of a protocol version.
struct GatewayResponse: Sendable {
    var status: Int
    var contentType: String? = "application/json"
    var body = ByteBuffer()
    /// Fields of this answer beside those every answer has.
    var headers: [(name: String, value: String)] = []
    /// Whether the connection must end after it, because what follows on it cannot be trusted or is not wanted.
    var closesConnection = false

    /// Calls `add` for every header field, the common ones included.
    func forEachHeader(_ scope: RequestScope, _ add: (_ name: String, _ value: String) -> Void) {
        if let contentType { add("content-type", contentType) }
        if status != 204 { add("content-length", String(body.readableBytes)) }
        add("x-request-id", scope.requestID.hex)
        add("x-trace-id", scope.trace.traceID.hex)
        add("date", HTTPDate.now())
        for header in headers { add(header.name, header.value) }
        if closesConnection { add("connection", "close") }
    }

    /// An answer whose body is written by `write`.
    static func json(status: Int = 200, _ write: (inout JSONWriter) -> Void) -> GatewayResponse {
        var writer = JSONWriter()
        writer.beginObject()
        write(&writer)
        writer.endObject()
        return GatewayResponse(status: status, body: writer.buffer)
    }

    /// The error envelope: `{"error":{"kind","message","request_id",…}}`.
    static func error(_ error: APIError, _ scope: RequestScope) -> GatewayResponse {
        var response = json(status: error.kind.status) { writer in
            writer.name("error")
            writer.beginObject()
            writer.field("kind", error.kind.rawValue)
            writer.field("message", error.message)
            writer.field("request_id", scope.requestID.hex)
            if let offset = error.moduleOffset { writer.field("offset", offset) }
            if let fault = error.guestFault { write(fault, &writer) }
            writer.endObject()
        }
        if let seconds = error.retryAfterSeconds { response.headers.append(("retry-after", String(seconds))) }
        if !error.allow.isEmpty { response.headers.append(("allow", error.allow.joined(separator: ", "))) }
        response.closesConnection = error.kind == .requestTimeout
        return response
    }

    private static func write(_ fault: APIError.GuestFault, _ writer: inout JSONWriter) {
        switch fault {
        case .exit(let code):
            writer.field("exit_code", Int(code))
        case .trap(let trap):
            writer.field("trap", trap.kind.rawValue)
            writer.name("frames")
            writer.beginArray()
            for frame in trap.frames {
                writer.beginObject()
                writer.field("function", frame.function)
                if let offset = frame.offset { writer.field("offset", offset) }
                writer.endObject()
            }
            writer.endArray()
        }
    }
}
