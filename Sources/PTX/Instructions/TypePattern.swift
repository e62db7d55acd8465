/// The type of an operand, as far as an instruction's form determines it.
public enum TypePattern: Sendable, Equatable {
    /// Always that type.
    case fixed(ScalarType)
    /// The type in the modifier group of that name.
    case group(String)
    /// Twice as wide as the type in the group: results of `mul.wide`.
    case widened(String)
    /// A bit type, the group's type divided into that many parts: elements of packing moves.
    case part(String, Int)
}
