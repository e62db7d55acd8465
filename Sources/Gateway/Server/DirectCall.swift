import NIOCore
import NIOHTTP1
import Storage

/// A call of a function that is small enough to be answered on the event loop.
struct DirectCall {
    /// Longer bodies are received by a task, which can wait for them without holding them here.
    static let bodyLimit = 64 << 10

    let scope: RequestScope
    /// Who calls, or why nobody may.
    let caller: Result<Caller, APIError>
    let id: FunctionID?
    let head: Gateway.InvokeHead
    let keepsAlive: Bool
    /// Fields of the answer for browsers.
    let crossOriginFields: [(name: String, value: String)]
    private(set) var body = ByteBuffer()

    /// - Returns: `nil` for any other request, and for calls that may have to wait: with a body that is long, of unknown
    ///   length, or only sent when asked for, with a token that must be verified, with a record that must be written.
    init?(_ head: HTTPRequestHead, gateway: Gateway, _ connection: ConnectionInfo) {
        guard head.method == .POST, !gateway.auditsStrictly else { return nil }
        let match = RouteMatch(target: head.uri)
        guard match.route == .invoke, !head.headers.contains(name: "transfer-encoding"),
            !head.headers.contains(name: "expect"), !head.headers.contains(name: "content-encoding")
        else { return nil }
        if let length = head.headers.first(name: "content-length") {
            guard let length = Int(length), length <= min(Self.bodyLimit, gateway.settings.limits.bodyBytes) else {
                return nil
            }
        }
        let fields = AccessFields(head.headers)
        guard !gateway.access.mustVerify(fields) else { return nil }
        scope = gateway.begin(
            method: "POST", route: .invoke, traceparent: head.headers.first(name: "traceparent"), connection)
        caller = gateway.caller(fields, scope)
        crossOriginFields = gateway.crossOrigin.fields(fields.origin)
        id = FunctionID(ascii: match.id)
        self.head = Gateway.InvokeHead(
            contentType: head.headers.first(name: "content-type"),
            deadline: head.headers.first(name: "x-tensorwasm-deadline-ms"))
        keepsAlive = head.isKeepAlive
    }

    /// The parser delivers no more than the announced length.
    mutating func append(_ bytes: ByteBuffer) {
        if body.readableBytes == 0 { body = bytes } else { body.writeImmutableBuffer(bytes) }
    }
}
