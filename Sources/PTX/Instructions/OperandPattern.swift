/// What can stand at one place of an instruction's operand list.
public struct OperandPattern: Sendable, Equatable {
    /// What the instruction does with the operand.
    public enum Role: String, Sendable, Hashable, CaseIterable {
        /// A register that is written.
        case destination = "d"
        /// A register that is written; `_` when the result is not wanted.
        case droppable = "o"
        /// A register that is written, with a predicate beside it if wanted: `d|p`.
        case destinationPair = "dq"
        /// A register and a predicate that are written, `_` for a result that is not wanted: `_|p`.
        case droppablePair = "oq"
        /// A register or a constant that is read.
        case source = "s"
        /// A register that is read.
        case register = "r"
        /// A register, a constant or a special register that is read.
        case convertible = "c"
        /// Like `convertible`, or the address of a variable or function: what `mov` takes.
        case value = "v"
        /// The address of a variable, or a register that holds one: what `cvta` takes.
        case pointer = "n"
        /// A predicate that is read, in either sense.
        case predicate = "p"
        /// A predicate in either sense, or the constants 0 and 1.
        case predicateValue = "pi"
        /// A predicate that is written; `_` when it is not wanted.
        case predicateDestination = "q"
        /// One or two predicates that are written: `p|q`.
        case predicatePair = "qq"
        /// An integer constant.
        case immediate = "i"
        /// `[base+offset]`.
        case address = "m"
        /// A branch target.
        case label = "l"
        /// The name of a list of branch targets.
        case targets = "t"
        /// Results, function, arguments: the operands of `call`.
        case call = "call"
        /// Whatever follows, without a look at its type.
        case anything = "*"
    }

    /// How many values the operand has.
    public enum Count: Sendable, Equatable {
        /// One, without braces.
        case single
        /// A vector of that many.
        case vector(Int)
        /// As many as the modifier in that group says (`.v4`, `.x2`); one without braces if the group is empty.
        case group(String)
    }

    /// What the instruction does with it.
    public let role: Role
    /// How many values.
    public let count: Count
    /// The types it can have, any one of them; empty where the role decides.
    public let types: [TypePattern]
    /// Whether a wider register is good enough, as in `ld`, `st` and `cvt`.
    public let isRelaxed: Bool
    /// Whether it can be left out.
    public let isOptional: Bool
    /// The group that decides whether it is there: it is when the group is filled. `nil` for all other operands.
    public let condition: String?
    /// For constants: the values they can have; empty when there is no limit.
    public let values: [Int]
    /// For addresses: a state space, or the name of the group that holds one. `nil` for generic addresses.
    public let space: String?

    /// A place of these parts.
    public init(
        role: Role, count: Count = .single, types: [TypePattern] = [], isRelaxed: Bool = false,
        isOptional: Bool = false, condition: String? = nil, values: [Int] = [], space: String? = nil
    ) {
        self.role = role
        self.count = count
        self.types = types
        self.isRelaxed = isRelaxed
        self.isOptional = isOptional
        self.condition = condition
        self.values = values
        self.space = space
    }
}
