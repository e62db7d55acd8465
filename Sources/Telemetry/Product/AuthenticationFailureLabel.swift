/// The values of the label `reason`: why a request has no valid credentials.
public enum AuthenticationFailureLabel: Int, Sendable, CaseIterable {
    /// It has none at all.
    case missing
    /// They are not a bearer token, too long, or not a web token although they begin like one.
    case malformed
    /// They are well-formed but nobody's.
    case unknown
    /// They were valid once.
    case expired

    /// The label's value.
    public var text: String {
        switch self {
        case .missing: "missing"
        case .malformed: "malformed"
        case .unknown: "unknown"
        case .expired: "expired"
        }
    }

    static var domain: LabelDomain {
        LabelDomain("reason", values: allCases.map(\.text))
    }
}
