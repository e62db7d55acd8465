/// One dotted part of an instruction's spelling, without its dot: `global`, `v4`, `rn`, `f32`.
public struct Modifier: Sendable, Hashable, ExpressibleByStringLiteral, CustomStringConvertible {
    /// The text after the dot. Cache and shape qualifiers keep their inner marks: `L2::128B`, `m16n8k8`.
    public let spelling: String

    /// The part of that spelling, given without its dot.
    public init(_ spelling: String) { self.spelling = spelling }
    /// The part of that spelling, given without its dot.
    public init(stringLiteral spelling: String) { self.spelling = spelling }

    /// The part as it stands in a text.
    public var description: String { ".\(spelling)" }
    /// The type that the part names, if it names one.
    public var scalarType: ScalarType? { ScalarType(rawValue: spelling) }
    /// The state space that the part names, if it names one; `shared::cta` and the like count by their first half.
    public var stateSpace: StateSpace? {
        switch spelling {
        case "shared::cta", "shared::cluster": .shared
        case "param::entry", "param::func": .param
        default: StateSpace(rawValue: spelling)
        }
    }
}
