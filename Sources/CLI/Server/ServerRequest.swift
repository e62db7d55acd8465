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
        /// One function of the server's.
        case function
    }

    var method = Method.get
    /// Beginning with a slash, percent-encoded.
    let path: String
    var query: [(String, String)] = []
    var headers: [(String, String)] = []
    var body: HTTPClientRequest.Body?
    var subject = Subject.route
    /// For the whole exchange.
    var timeout = TimeAmount.seconds(ClientLimits.answerSeconds)

    var target: String {
        let pairs = query.map { PercentEncoding.encode($0.0) + "=" + PercentEncoding.encode($0.1) }
        return pairs.isEmpty ? path : path + "?" + pairs.joined(separator: "&")
    }
}
