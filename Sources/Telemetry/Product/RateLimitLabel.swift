/// The values of the label `limit`: which rate limit refused a request.
public enum RateLimitLabel: Int, Sendable, CaseIterable {
    /// That of a token.
    case token
    /// That of a token with one tenant.
    case tenant

    /// The label's value.
    public var text: String {
        switch self {
        case .token: "token"
        case .tenant: "tenant"
        }
    }

    static var domain: LabelDomain {
        LabelDomain("limit", values: allCases.map(\.text))
    }
}
