/// What a module may cost to decode. One beyond a limit is refused, so that hostile ones take bounded time and memory.
///
/// The counts are those that the engines of browsers and Wasmtime agreed on (WebAssembly JavaScript Interface,
/// "Implementation-defined Limits"), lower where the memory they take is ours.
public struct BinaryLimits: Sendable, Equatable {
    /// Bytes of the whole module.
    public var moduleBytes = 1 << 30
    /// Types, those inside recursion groups counted one by one.
    public var types = 1_000_000
    /// Parameters of one function type.
    public var parameters = 1_000
    /// Results of one function type.
    public var results = 1_000
    /// Fields of one structure type.
    public var fields = 10_000
    /// Supertypes that one type may name.
    public var supertypes = 1
    /// Imports of a module.
    public var imports = 1_000_000
    /// Functions that a module defines.
    public var functions = 1_000_000
    /// Tables that a module defines.
    public var tables = 100
    /// Memories that a module defines.
    public var memories = 100
    /// Tags that a module defines.
    public var tags = 1_000_000
    /// Globals that a module defines.
    public var globals = 1_000_000
    /// Exports of a module.
    public var exports = 1_000_000
    /// Element segments of a module.
    public var elementSegments = 100_000
    /// Items of all element segments together.
    public var elementItems = 10_000_000
    /// Data segments of a module.
    public var dataSegments = 100_000
    /// Custom sections of a module.
    public var customSections = 100_000
    /// Bytes of a name.
    public var nameBytes = 100_000
    /// Names in the custom section `name`, those of functions, locals and everything else together.
    public var names = 4_000_000
    /// Bytes of one function's body.
    public var bodyBytes = 7_654_321
    /// Locals of one function, without its parameters.
    public var locals = 50_000
    /// Blocks inside one another.
    public var nesting = 10_000
    /// Instructions of one constant expression.
    public var constantInstructions = 10_000
    /// Labels of one `br_table`, the default not counted.
    public var branchTargets = 1_000_000
    /// Catch clauses of one `try_table`.
    public var catches = 10_000
    /// Types that one `select` names.
    public var selectTypes = 16

    /// The limits as named.
    public init() {}
}
