/// The values of the label `status`.
///
/// A fixed list bounds the page. It holds every status of the HTTP contract and those that an HTTP server, or a proxy
/// in front of it, commonly answers; any other is counted as the first of its class.
enum HTTPStatusLabel {
    static let statuses = [
        100, 101,
        200, 201, 202, 204, 206,
        300, 301, 302, 303, 304, 307, 308,
        400, 401, 403, 404, 405, 406, 408, 409, 410, 411, 412, 413, 414, 415, 416, 417, 421, 422, 426, 428, 429, 431,
        499,
        500, 501, 502, 503, 504, 505, 507, 511,
    ]

    static var domain: LabelDomain {
        LabelDomain("status", values: statuses.map(\.description))
    }

    // One entry for each three-digit status of RFC 9110, so that a request needs no search.
    private static let indexes: [Int] = (100...599).map { status in
        statuses.firstIndex(of: status) ?? statuses.firstIndex(of: status / 100 * 100) ?? 0
    }

    /// The index of a status in `statuses`. What is no status at all is a fault of the server, hence 500.
    static func index(of status: Int) -> Int {
        indexes[(100...599).contains(status) ? status - 100 : 400]
    }
}
