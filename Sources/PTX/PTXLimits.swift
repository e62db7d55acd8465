/// What a PTX text may cost. A text beyond a limit is refused, so that hostile ones take bounded time and memory.
public struct PTXLimits: Sendable, Equatable {
    /// Bytes of text.
    public var textBytes = 8 << 20
    /// Statements and declarations in the whole text.
    public var statements = 250_000
    /// Registers of one function, ranges counted in full.
    public var registers = 65_536
    /// Labels of one function.
    public var labels = 65_536
    /// Nesting of blocks, of initialisers, of parentheses in constant expressions.
    public var nesting = 64
    /// Kernels and device functions of a text.
    public var functions = 4_096
    /// Variables of a text, parameters included.
    public var variables = 65_536
    /// Parameters of one function.
    public var parameters = 128
    /// Operands of one instruction, with everything inside vectors, lists and brackets.
    public var operands = 512
    /// Operands of all instructions of a text together.
    public var totalOperands = 1_500_000
    /// Dotted parts of one instruction's spelling.
    public var modifiers = 32
    /// Values and lists in all initialisers of a text together.
    public var initialValues = 2_000_000
    /// Bytes of a kernel's parameters (PTX ISA: 4 KiB before version 8.1, 32,764 since).
    public var parameterBytes = 4_096
    /// Bytes of a name.
    public var nameBytes = 1_024
    /// Static shared bytes of a kernel.
    public var sharedBytes = 227 << 10
    /// `.local` bytes of one thread.
    public var localBytes = 512 << 10
    /// `.global` bytes of a text.
    public var globalBytes = 16 << 20
    /// `.const` bytes of a text (PTX ISA: ten banks of 64 KiB).
    public var constantBytes = 640 << 10
    /// Faults reported for one text; reading ends after the last.
    public var diagnostics = 100

    /// The limits as named.
    public init() {}
}
