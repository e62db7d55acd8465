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
        scope.audit?.failed(error)
        var response = json(status: error.kind.status) { writer in
            writer.name("error")
            writer.beginObject()
            writer.field("kind", error.kind.rawValue)
            writer.field("message", error.message)
            writer.field("request_id", scope.requestID.hex)
            if let offset = error.moduleOffset { writer.field("offset", offset) }
            if let fault = error.guestFault { writer.members(of: fault) }
            writer.endObject()
        }
        if let seconds = error.retryAfterSeconds { response.headers.append(("retry-after", String(seconds))) }
        if error.kind.status == 401 { response.headers.append(("www-authenticate", "Bearer")) }
        if !error.allow.isEmpty { response.headers.append(("allow", error.allow.joined(separator: ", "))) }
        response.closesConnection = error.kind == .requestTimeout
        return response
    }
}

extension JSONWriter {
    /// How a guest ended that did not end well: `exit_code`, or `trap` and `frames`.
    mutating func members(of fault: APIError.GuestFault) {
        switch fault {
        case .exit(let code):
            field("exit_code", Int(code))
        case .trap(let trap):
            field("trap", trap.kind.rawValue)
            name("frames")
            beginArray()
            for frame in trap.frames {
                beginObject()
                field("function", frame.function)
                if let offset = frame.offset { field("offset", offset) }
                endObject()
            }
            endArray()
        }
    }
}
