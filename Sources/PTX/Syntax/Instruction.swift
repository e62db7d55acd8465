/// An instruction as it is written: `@!%p ld.global.f32 %f1, [%rd2+4];`
public struct Instruction: Sendable, Equatable {
    /// The predicate that decides, lane by lane, whether the instruction happens.
    public struct Guard: Sendable, Equatable {
        /// The predicate register's name.
        public var register: String
        /// Whether the instruction happens where the predicate is false.
        public var isNegated: Bool

        /// `@register`, or `@!register`.
        public init(register: String, isNegated: Bool) {
            self.register = register
            self.isNegated = isNegated
        }
    }

    /// The predicate in front, if there is one.
    public var condition: Guard?
    /// The first part of the spelling: `ld`.
    public var opcode: String
    /// The parts after it, in the order they were written.
    public var modifiers: [Modifier]
    /// The operands in the order they were written. `call` has lists for results and arguments.
    public var operands: [Operand]
    /// From the first byte of the opcode to the semicolon.
    public var span: SourceSpan

    /// An instruction of these parts.
    public init(
        condition: Guard? = nil, opcode: String, modifiers: [Modifier] = [], operands: [Operand] = [],
        span: SourceSpan = SourceSpan()
    ) {
        self.condition = condition
        self.opcode = opcode
        self.modifiers = modifiers
        self.operands = operands
        self.span = span
    }

    /// The whole spelling: `ld.global.f32`.
    public var spelling: String { modifiers.reduce(into: opcode) { $0 += $1.description } }
}
