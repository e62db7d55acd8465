/// An operand as it is written.
public indirect enum Operand: Sendable, Equatable {
    /// A register, special register (`%tid.x` is `element("%tid", "x")`), label, variable or function.
    case name(String)
    /// One component of a vector: `%v.x`.
    case element(String, String)
    /// A predicate in the opposite sense: `!%p`.
    case negated(String)
    /// An integer constant; the bits are those of its two's complement.
    case integer(UInt64)
    /// `0f3F800000`: the bits of a binary32.
    case single(UInt32)
    /// `0d3FF0000000000000`, or a decimal literal such as `1.5`: the bits of a binary64.
    case double(UInt64)
    /// A variable's address plus a constant, outside brackets: `table+8`.
    case symbolOffset(String, Int64)
    /// `[base]`, `[base+8]`, `[16]`.
    case address(AddressExpression)
    /// `{a, b}`.
    case vector([Operand])
    /// `d|p`.
    case pair(Operand, Operand)
    /// The parenthesised lists of `call`.
    case list([Operand])
    /// `_`: a result nobody wants.
    case sink
}

/// What stands between the brackets of a memory operand.
public struct AddressExpression: Sendable, Equatable {
    /// A register or a variable; `nil` for a constant address.
    public var base: String?
    /// Bytes added to the base.
    public var offset: Int64
    /// Further parts of the brackets, as of texture instructions: `[tex, {x, y}]`.
    public var coordinates: [Operand]

    /// The address `base + offset`.
    public init(base: String?, offset: Int64 = 0, coordinates: [Operand] = []) {
        self.base = base
        self.offset = offset
        self.coordinates = coordinates
    }
}
