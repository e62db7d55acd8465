import AsyncHTTPClient
import NIOCore

/// One request to the HTTP API.
struct ServerRequest: Sendable {
    enum Method: Sendable {
        case get
        case post
        case delete
    }

    /// What a 404 means: every server of this API answers unknown ids with it, and other servers unknown paths.
    enum Subject: Sendable {
        /// The route itself; a server without it does not offer the feature.
        case route
        /// One thing that an id names: a function, a job, an instance.
        case item
    }

    var method = Method.get
    /// Beginning with a slash, percent-encoded.
    let path: String
    var query: [(String, String)] = []
    var headers: [(String, String)] = []
    var body: HTTPClientRequest.Body?
    var subject = Subject.route
    /// Sent instead of the connection's own, where the server asks for another.
    var token: String?
    /// For the whole exchange.
    var timeout = TimeAmount.seconds(ClientLimits.answerSeconds)

    var target: String {
        let pairs = query.map { PercentEncoding.encode($0.0) + "=" + PercentEncoding.encode($0.1) }
        return pairs.isEmpty ? path : path + "?" + pairs.joined(separator: "&")
    }
}
