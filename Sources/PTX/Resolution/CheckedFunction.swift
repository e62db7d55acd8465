/// A kernel or device function whose names are resolved and whose body is one list of instructions.
public struct CheckedFunction: Sendable {
    /// A parameter or result with its place in the function's parameter space.
    public struct Parameter: Sendable, Equatable {
        /// The name as written.
        public let name: String
        /// The element type; `b8` for structures passed by value.
        public let type: ScalarType
        /// Size in bytes, arrays included.
        public let byteCount: Int
        /// Alignment in bytes.
        public let alignment: Int
        /// Bytes from the start of the parameter space (of results, for a result).
        public let offset: Int
        /// Whether it is an array, such as a structure passed by value.
        public let isArray: Bool
        /// Set when the declaration says that it is a pointer.
        public let pointer: Variable.PointerAttribute?

        /// A parameter of these parts.
        public init(
            name: String, type: ScalarType, byteCount: Int, alignment: Int, offset: Int, isArray: Bool = false,
            pointer: Variable.PointerAttribute? = nil
        ) {
            self.name = name
            self.type = type
            self.byteCount = byteCount
            self.alignment = alignment
            self.offset = offset
            self.isArray = isArray
            self.pointer = pointer
        }
    }

    /// A register; vector registers are one register for each component, named `%v.x` and so on.
    public struct Register: Sendable, Equatable {
        /// The name as written.
        public let name: String
        /// The declared type.
        public let type: ScalarType

        /// A register of that name and type.
        public init(name: String, type: ScalarType) {
            self.name = name
            self.type = type
        }
    }

    /// What the function asks of a launch.
    public struct LaunchBounds: Sendable, Equatable {
        /// `.reqntid`: exactly these threads in x, y, z.
        public var required: [Int]?
        /// `.maxntid`: at most the product of these threads.
        public var maximum: [Int]?

        /// No bounds.
        public init() {}
    }

    /// The name as written.
    public let name: String
    /// Whether it is a kernel.
    public let isEntry: Bool
    /// Whether it is a declaration of an allowed external function, such as `vprintf`, without a body.
    public let isExternal: Bool
    /// Results in order.
    public let results: [Parameter]
    /// Parameters in order.
    public let parameters: [Parameter]
    /// Registers; indices are identities.
    public let registers: [Register]
    /// `.local` variables and the `.param` variables of call frames, each thread's own. Indices are identities.
    public let frame: [CheckedVariable]
    /// The body. A label is the index of the instruction after it, which may be one past the last.
    public let instructions: [CheckedInstruction]
    /// Indices of functions it calls, without repetition.
    public let callees: [Int]
    /// Bytes of `.shared` variables that it and the functions it calls use, alignment included.
    public let sharedByteCount: Int
    /// What it asks of a launch.
    public let bounds: LaunchBounds
    /// Where it is declared.
    public let span: SourceSpan

    /// A function of these parts.
    public init(
        name: String, isEntry: Bool, isExternal: Bool = false, results: [Parameter] = [], parameters: [Parameter],
        registers: [Register] = [], frame: [CheckedVariable] = [], instructions: [CheckedInstruction] = [],
        callees: [Int] = [], sharedByteCount: Int = 0, bounds: LaunchBounds = LaunchBounds(),
        span: SourceSpan = SourceSpan()
    ) {
        self.name = name
        self.isEntry = isEntry
        self.isExternal = isExternal
        self.results = results
        self.parameters = parameters
        self.registers = registers
        self.frame = frame
        self.instructions = instructions
        self.callees = callees
        self.sharedByteCount = sharedByteCount
        self.bounds = bounds
        self.span = span
    }

    /// Bytes of the parameter space, from the first parameter's offset 0 to the last one's end.
    public var parameterByteCount: Int { parameters.map { $0.offset + $0.byteCount }.max() ?? 0 }
}
