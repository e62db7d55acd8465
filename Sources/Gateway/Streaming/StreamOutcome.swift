/// How the answer to a stream request ended.
struct StreamOutcome: Sendable {
    /// What the request is counted as; ``Gateway/clientClosedRequest`` when the client left before its end.
    let status: Int
    /// Why there was no success. It was told to the client as far as that was possible.
    var error: APIError?
    /// Whether the body is cut off: the connection must be closed without a regular end, so that the client notices.
    var isAborted = false
}
