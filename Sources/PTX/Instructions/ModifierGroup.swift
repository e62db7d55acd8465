/// A place in an instruction's spelling that one of several dotted parts can take.
public struct ModifierGroup: Sendable, Equatable {
    /// The name by which operands refer to what the place holds, such as `T` for the type; empty when none does.
    public let name: String
    /// What can stand there.
    public let alternatives: [Modifier]
    /// Whether the place can stay empty.
    public let isOptional: Bool

    /// A place of these parts.
    public init(name: String = "", alternatives: [Modifier], isOptional: Bool = false) {
        self.name = name
        self.alternatives = alternatives
        self.isOptional = isOptional
    }

    /// Whether all alternatives are types. Such parts keep their order in a spelling; others can be written anywhere.
    public var holdsType: Bool { alternatives.allSatisfy { $0.scalarType != nil } }
}
