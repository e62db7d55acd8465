/// A piece of a random structured program over a few 32-bit registers.
indirect enum FlowNode {
    case compute(FlowOperation, only: FlowCondition?)
    case branch(FlowCondition, [FlowNode], [FlowNode])
    /// As often as a register modulo `limit` says; one time more where the test comes last and the register says 0.
    case loop(count: Int, limit: UInt32, isTestedFirst: Bool, [FlowNode])
    /// Ends the innermost loop.
    case leave(FlowCondition)
    /// Goes on with the innermost loop's next turn.
    case again(FlowCondition)
    /// Ends the thread, or the call of the function; `isDirect` by an instruction on the spot, not by a branch.
    case finish(FlowCondition, isDirect: Bool)
    /// One of several pieces, by a register's low bits.
    case choose(Int, [[FlowNode]])
    case call(result: Int, argument: Int)

    // Only where all threads of the block are together:

    /// A loop with the same number of turns for all threads.
    case turns(Int, [FlowNode])
    /// Reads what another thread of the block has put into shared memory.
    case exchange(result: Int, source: Int, distance: Int)
    /// Counts the threads where a condition holds, at a barrier.
    case census(result: Int, FlowCondition)
    /// Reads another lane's register.
    case shuffle(result: Int, source: Int, flippedBits: UInt32)
}

/// A register changed by another one or by a constant.
struct FlowOperation {
    enum Operand {
        case register(Int)
        case constant(UInt32)
    }

    static let all: [(spelling: String, apply: @Sendable (UInt32, UInt32) -> UInt32)] = [
        ("add.u32", { $0 &+ $1 }), ("sub.u32", { $0 &- $1 }), ("mul.lo.u32", { $0 &* $1 }), ("xor.b32", { $0 ^ $1 }),
        ("and.b32", { $0 & $1 }), ("or.b32", { $0 | $1 }), ("max.u32", { max($0, $1) }), ("shr.u32", { $0 >> $1 }),
        ("min.s32", { UInt32(bitPattern: min(Int32(bitPattern: $0), Int32(bitPattern: $1))) }),
    ]

    /// An index of ``all``.
    let number: Int
    let result: Int
    let first: Int
    let second: Operand
}

/// Some bits of a register compared with a number.
struct FlowCondition {
    static let all: [(spelling: String, holds: @Sendable (UInt32, UInt32) -> Bool)] = [
        ("eq", { $0 == $1 }), ("ne", { $0 != $1 }), ("lt", { $0 < $1 }), ("ge", { $0 >= $1 }),
    ]

    /// An index of ``all``.
    let number: Int
    let register: Int
    let mask: UInt32
    let bound: UInt32
    /// Whether the predicate is used in its opposite sense.
    let isNegated: Bool
}
