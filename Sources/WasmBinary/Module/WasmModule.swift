/// A core WebAssembly module as a value: decoded, edited, encoded again.
///
/// ```swift
/// var module = try WasmModule(decoding: bytes)
/// module.start = nil
/// let edited = module.encode()
/// ```
///
/// What it says is the binary format's grammar, not its validation: types may disagree and indices may lead nowhere,
/// which is the engine's business to refuse. Meaning is kept, bytes are not: integers get their shortest form, and
/// whatever has several forms gets the shortest. Function bodies stay as they are until they are decoded
/// (``FunctionBody``, ``normalised(limits:)``).
public struct WasmModule: Sendable, Equatable {
    /// Types in groups; an index counts through all of them (``IndexSpaces/types``).
    public var types: [RecursionGroup] = []
    /// What comes from outside. Imported functions, tables and so on have the first indices of their kind.
    public var imports: [Import] = []
    /// Functions, behind the imported ones.
    public var functions: [Function] = []
    /// Tables, behind the imported ones.
    public var tables: [Table] = []
    /// Memories, behind the imported ones.
    public var memories: [MemoryType] = []
    /// Tags by the index of their type, behind the imported ones.
    public var tags: [UInt32] = []
    /// Globals, behind the imported ones.
    public var globals: [Global] = []
    /// What is offered.
    public var exports: [Export] = []
    /// The function that runs at instantiation.
    public var start: UInt32?
    /// Element segments.
    public var elements: [ElementSegment] = []
    /// Whether the number of data segments stands in front of the code, as instructions that name one require.
    public var declaresDataCount = false
    /// Data segments.
    public var data: [DataSegment] = []
    /// Custom sections, those of one place in their order.
    public var customSections: [CustomSection] = []

    /// An empty module.
    public init() {}
}
