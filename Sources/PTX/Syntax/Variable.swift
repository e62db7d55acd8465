/// A declaration of storage: registers, variables of every state space, parameters.
public struct Variable: Sendable, Equatable {
    /// Who sees the variable (PTX ISA, "Linking Directives").
    public enum Linkage: String, Sendable, Equatable { case extern, visible, weak, common }

    /// What a kernel parameter says about the pointer it carries: `.ptr .global .align 16`.
    public struct PointerAttribute: Sendable, Equatable {
        /// Where it points; `nil` for a generic address.
        public var space: StateSpace?
        /// Alignment of what it points to, in bytes.
        public var alignment: Int?

        /// A pointer into `space`, aligned to `alignment` bytes.
        public init(space: StateSpace?, alignment: Int?) {
            self.space = space
            self.alignment = alignment
        }
    }

    /// Who sees it; `nil` for the module or function it stands in.
    public var linkage: Linkage?
    /// What `.attribute(…)` says, without dots: `managed`, `unified(1, 2)`.
    public var attributes: [String]
    /// Where it lives.
    public var space: StateSpace
    /// Alignment in bytes, a power of two; `nil` for the natural one.
    public var alignment: Int?
    /// Elements of a vector: 1, 2 or 4 (8 for newer types).
    public var vector: Int
    /// The type's spelling without its dot: a scalar type, or an opaque one such as `texref`.
    public var typeName: String
    /// Set on kernel parameters that are declared as pointers.
    public var pointer: PointerAttribute?
    /// The name.
    public var name: String
    /// `%r<30>` declares `%r0` to `%r29`: the 30. `nil` for a single name.
    public var range: Int?
    /// Array bounds, outermost first; `nil` for an open bound `[]`. Empty for a scalar.
    public var dimensions: [Int?]
    /// The first value.
    public var initializer: Initializer?
    /// Where the declaration stands.
    public var span: SourceSpan

    /// A variable of these parts.
    public init(
        linkage: Linkage? = nil, attributes: [String] = [], space: StateSpace, alignment: Int? = nil, vector: Int = 1,
        typeName: String, pointer: PointerAttribute? = nil, name: String, range: Int? = nil, dimensions: [Int?] = [],
        initializer: Initializer? = nil, span: SourceSpan = SourceSpan()
    ) {
        self.linkage = linkage
        self.attributes = attributes
        self.space = space
        self.alignment = alignment
        self.vector = vector
        self.typeName = typeName
        self.pointer = pointer
        self.name = name
        self.range = range
        self.dimensions = dimensions
        self.initializer = initializer
        self.span = span
    }

    /// The type, if it is a scalar one.
    public var type: ScalarType? { ScalarType(rawValue: typeName) }
}

/// The first value of a variable.
public indirect enum Initializer: Sendable, Equatable {
    /// An integer constant; the bits are those of its two's complement.
    case integer(UInt64)
    /// The bits of a binary32.
    case single(UInt32)
    /// The bits of a binary64.
    case double(UInt64)
    /// The address of a variable or function plus a constant; `generic(name)` when marked so.
    case address(String, offset: Int64, isGeneric: Bool)
    /// Elements of an array, outermost first; missing ones are zero.
    case list([Initializer])
}
