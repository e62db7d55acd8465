import Settings

/// What browsers are told about pages of other origins (Fetch Standard, CORS protocol).
struct CrossOrigin: Sendable {
    private let origins: OriginList?

    /// Headers of requests and answers that pages may use.
    private static let requestHeaders =
        "authorization, content-type, idempotency-key, traceparent, x-tensorwasm-deadline-ms, x-tensorwasm-tenant"
    private static let answerHeaders = "location, retry-after, server-timing, x-request-id, x-trace-id"
    /// How long a browser may keep the answer to a preflight, in seconds.
    private static let preflightSeconds = 600

    /// - Parameter origins: those whose pages may call; `nil` for none.
    init(origins: OriginList?) { self.origins = origins }

    /// The fields to add to the answer to a request with these `Origin` fields.
    func fields(_ origin: [String]) -> [(name: String, value: String)] {
        guard let origins else { return [] }
        // The answer differs by origin even where there is none; a cache in between must know.
        let vary = [(name: "vary", value: "origin")]
        guard origin.count == 1, let origin = origin.first, origins.allows(origin) else { return vary }
        return vary + [
            ("access-control-allow-origin", origin), ("access-control-expose-headers", Self.answerHeaders),
        ]
    }

    /// The answer to a preflight; `nil` when it is none or its origin is not allowed, which then gets the ordinary
    /// answer for `OPTIONS`.
    /// - Parameter requestedMethod: the field `Access-Control-Request-Method`.
    func preflight(_ origin: [String], requestedMethod: String?, route: Route?) -> GatewayResponse? {
        guard let origins, let origin = origin.first, requestedMethod != nil, let route, origins.allows(origin) else {
            return nil
        }
        return GatewayResponse(
            status: 204, contentType: nil,
            headers: [
                ("access-control-allow-methods", route.methods.joined(separator: ", ")),
                ("access-control-allow-headers", Self.requestHeaders),
                ("access-control-max-age", String(Self.preflightSeconds)),
            ])
    }
}
