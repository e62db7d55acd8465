/// A PTX text that has passed every check: names are resolved, types agree, limits are kept.
///
/// What runs or rewrites kernels reads this instead of the syntax tree.
public struct CheckedModule: Sendable {
    /// The language version of the text.
    public let version: TranslationUnit.Version
    /// The architecture's number: 80 for `sm_80`, 90 for `sm_90a`.
    public let target: Int
    /// Bits of an address, 64.
    public let addressSize: Int
    /// `.global`, `.const` and `.shared` variables, also those declared inside functions. Indices are identities.
    public let variables: [CheckedVariable]
    /// Kernels and device functions, declarations of allowed external ones included. Indices are identities.
    public let functions: [CheckedFunction]

    /// A module of these parts.
    public init(
        version: TranslationUnit.Version, target: Int, addressSize: Int, variables: [CheckedVariable],
        functions: [CheckedFunction]
    ) {
        self.version = version
        self.target = target
        self.addressSize = addressSize
        self.variables = variables
        self.functions = functions
    }

    /// The index of the kernel of that name.
    public func entry(named name: String) -> Int? { functions.firstIndex { $0.isEntry && $0.name == name } }
    /// The names of all kernels, in the order of the text.
    public var entries: [String] { functions.filter(\.isEntry).map(\.name) }
}

/// A variable with its layout.
public struct CheckedVariable: Sendable {
    /// The address of something that an initialiser mentions, to be filled in when addresses are known.
    public struct Relocation: Sendable, Equatable {
        /// Where in the variable the 8-byte address stands.
        public let offset: Int
        /// The variable, an index of ``CheckedModule/variables``.
        public let variable: Int
        /// Bytes added to its address.
        public let addend: Int64
        /// Whether a generic address is wanted instead of one within the variable's space.
        public let isGeneric: Bool

        /// A relocation of these parts.
        public init(offset: Int, variable: Int, addend: Int64, isGeneric: Bool) {
            self.offset = offset
            self.variable = variable
            self.addend = addend
            self.isGeneric = isGeneric
        }
    }

    /// The name as written.
    public let name: String
    /// Where it lives.
    public let space: StateSpace
    /// Alignment in bytes, a power of two.
    public let alignment: Int
    /// Size in bytes; 0 for dynamic shared memory.
    public let byteCount: Int
    /// `.extern .shared` with an open bound: begins where the launch's dynamic shared memory does.
    public let isDynamic: Bool
    /// The first bytes; the rest is zero.
    public let initialBytes: [UInt8]
    /// Addresses inside ``initialBytes``.
    public let relocations: [Relocation]
    /// Where it is declared.
    public let span: SourceSpan

    /// A variable of these parts.
    public init(
        name: String, space: StateSpace, alignment: Int, byteCount: Int, isDynamic: Bool = false,
        initialBytes: [UInt8] = [], relocations: [Relocation] = [], span: SourceSpan = SourceSpan()
    ) {
        self.name = name
        self.space = space
        self.alignment = alignment
        self.byteCount = byteCount
        self.isDynamic = isDynamic
        self.initialBytes = initialBytes
        self.relocations = relocations
        self.span = span
    }
}
