/// The values of the label `method`: the verbs of RFC 9110 section 9 and RFC 5789, and one for everything else.
///
/// A client can send any token as its method, so it must not become a label value as it is.
public enum HTTPMethodLabel: Int, Sendable, CaseIterable {
    /// GET
    case get
    /// HEAD
    case head
    /// POST
    case post
    /// PUT
    case put
    /// DELETE
    case delete
    /// CONNECT
    case connect
    /// OPTIONS
    case options
    /// TRACE
    case trace
    /// PATCH
    case patch
    /// Any other token.
    case other

    /// The label of a request's method. Methods are case-sensitive: `get` is another method than `GET`.
    public init(_ method: String) {
        self =
            switch method {
            case "GET": .get
            case "HEAD": .head
            case "POST": .post
            case "PUT": .put
            case "DELETE": .delete
            case "CONNECT": .connect
            case "OPTIONS": .options
            case "TRACE": .trace
            case "PATCH": .patch
            default: .other
            }
    }

    /// The label's value.
    public var text: String {
        switch self {
        case .get: "GET"
        case .head: "HEAD"
        case .post: "POST"
        case .put: "PUT"
        case .delete: "DELETE"
        case .connect: "CONNECT"
        case .options: "OPTIONS"
        case .trace: "TRACE"
        case .patch: "PATCH"
        case .other: "OTHER"
        }
    }

    static var domain: LabelDomain {
        LabelDomain("method", values: allCases.map(\.text))
    }
}
