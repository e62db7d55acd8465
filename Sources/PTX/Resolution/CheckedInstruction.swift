/// An instruction that the instruction table knows, with resolved operands.
public struct CheckedInstruction: Sendable {
    /// The predicate that decides, lane by lane, whether the instruction happens.
    public struct Condition: Sendable, Equatable {
        /// A predicate register of the function.
        public let register: Int
        /// Whether the instruction happens where the predicate is false.
        public let isNegated: Bool

        /// A condition on that register.
        public init(register: Int, isNegated: Bool) {
            self.register = register
            self.isNegated = isNegated
        }
    }

    /// The first part of the spelling: `ld`.
    public let opcode: String
    /// The parts after it, in order.
    public let modifiers: [Modifier]
    /// The types among the parts, in order: for `cvt` the destination's, then the source's.
    public let types: [ScalarType]
    /// The index of its form in ``InstructionTable/forms``.
    public let form: Int
    /// The predicate in front.
    public let condition: Condition?
    /// The operands, in the order they were written.
    public let operands: [CheckedOperand]
    /// Where it stands.
    public let span: SourceSpan

    /// An instruction of these parts.
    public init(
        opcode: String, modifiers: [Modifier], types: [ScalarType], form: Int, condition: Condition?,
        operands: [CheckedOperand], span: SourceSpan
    ) {
        self.opcode = opcode
        self.modifiers = modifiers
        self.types = types
        self.form = form
        self.condition = condition
        self.operands = operands
        self.span = span
    }

    /// Whether the spelling has that part.
    public func has(_ modifier: Modifier) -> Bool { modifiers.contains(modifier) }
    /// The whole spelling: `ld.global.f32`.
    public var spelling: String { modifiers.reduce(into: opcode) { $0 += $1.description } }
}

/// An operand whose names are resolved.
public indirect enum CheckedOperand: Sendable, Equatable {
    /// A variable as the function's code reaches it.
    public enum Place: Sendable, Equatable {
        /// An index of ``CheckedModule/variables``.
        case module(Int)
        /// An index of ``CheckedFunction/frame``.
        case frame(Int)
        /// An index of ``CheckedFunction/parameters``.
        case parameter(Int)
        /// An index of ``CheckedFunction/results``.
        case result(Int)
    }

    /// What an address begins with.
    public enum Base: Sendable, Equatable {
        case none
        /// An index of ``CheckedFunction/registers``.
        case register(Int)
        case place(Place)
    }

    /// An index of ``CheckedFunction/registers``.
    case register(Int)
    /// A predicate in the opposite sense.
    case negated(Int)
    case special(SpecialRegister)
    /// A constant as the bits of the operand's type: integers in two's complement cut to its width, floats in the
    /// operand's own format (a decimal literal in an `f32` place is rounded to binary32).
    case immediate(UInt64)
    /// `[base+offset]`.
    case address(Base, offset: Int64)
    /// A variable's address as a value.
    case variable(Place, offset: Int64)
    /// An index of ``CheckedModule/functions``.
    case function(Int)
    /// A branch target, an index of ``CheckedFunction/instructions`` or their count.
    case label(Int)
    /// The targets of an indirect branch.
    case labels([Int])
    case vector([CheckedOperand])
    case pair(CheckedOperand, CheckedOperand)
    /// Results or arguments of a call.
    case list([CheckedOperand])
    case sink
}
