/// A connection whose protocol is known.
enum ServedConnection: Sendable {
    case http1(HTTP1Connection)
    case http2(HTTP2Connection)
}
