/// One step of a decoded kernel: what to do, and the rows it is done to.
///
/// Every operand is a row: constants and special registers have rows of their own, filled beforehand.
struct Operation {
    /// What to do.
    var action: Action
    /// The destination row.
    var d: Int32 = 0
    /// Source rows.
    var a: Int32 = 0
    var b: Int32 = 0
    var c: Int32 = 0
    /// A fourth source, or a second destination.
    var e: Int32 = 0
    /// The row of the predicate that decides lane by lane; -1 for none.
    var condition: Int32 = -1
    /// Whether the operation happens where the predicate is false.
    var isConditionNegated = false
    /// A number of the operation's own: an offset, a branch target, a table.
    var immediate: Int64 = 0
    /// A range of ``Program/lists``: rows of a vector, branch targets.
    var list: Range<Int32> = 0..<0
    /// The instruction it was made from, an index of ``Program/notes``.
    var note: Int32 = 0
}

/// What an operation does. Families with a type do the same for lanes of that type.
enum Action: Equatable {
    case copy(RowWidth)
    case unary(IntegerUnary, IntegerType)
    case binary(IntegerBinary, IntegerType)
    case ternary(IntegerTernary, IntegerType)
    case bitFieldInsert(IntegerType)
    case carry(CarryAction, IntegerType)
    case permute(PermuteMode)
    case pairs(PairAction)
    case floatUnary(FloatUnary, FloatType)
    case floatBinary(FloatBinary, FloatType, Rounding)
    case floatFused(FloatType, Rounding)
    case compare(Comparison, CompareType)
    case combine(BooleanCombination)
    case select(RowWidth)
    case selectBySign(RowWidth, FloatType?)
    case convertInteger(IntegerSource, RowWidth)
    case extend(bits: Int32, isSigned: Bool, RowWidth)
    case integerToFloat(IntegerSource, FloatType, Rounding)
    case floatToInteger(FloatType, IntegerSource, Rounding)
    case floatToFloat(FloatType, FloatType, Rounding)
    case roundToIntegral(FloatType, Rounding)
    case saturate(FloatType)
    case pack(bits: Int32, RowWidth)
    case unpack(bits: Int32, RowWidth)
    case load(MemoryType, RowWidth, MemorySpace)
    case store(MemoryType, MemorySpace)
    case atomic(AtomicAction, AtomicType, MemorySpace)
    case isInSpace(MemorySpace)
    case shuffle(ShuffleMode)
    case vote(VoteMode)
    case match(RowWidth, isAll: Bool)
    case reduce(IntegerBinary, IntegerType)
    case activeMask
    case elect
    case warpSync
    case clock(ClockKind)
    case branch
    case indexedBranch
    case call
    case returnFromCall
    case exit
    case trap
    case barrier(BarrierAction)
    case print
}

/// How a row stores its lanes: 16-bit values and predicates take 32 bits.
enum RowWidth: UInt8 { case bits16, bits32, bits64 }

enum IntegerType: UInt8 { case u16, s16, u32, s32, u64, s64 }

enum IntegerSource: UInt8 { case u8, s8, u16, s16, u32, s32, u64, s64 }

enum IntegerUnary: UInt8 {
    case absolute, negate, not, logicalNot, populationCount, leadingZeros, reverseBits, findHighBit, findHighBitShift
}

enum IntegerBinary: UInt8 {
    case add, subtract, multiplyLow, multiplyHigh, multiplyWide, divide, remainder, minimum, maximum
    case addSaturating, subtractSaturating, and, or, xor, shiftLeft, shiftRight, multiply24Low, multiply24High
}

enum IntegerTernary: UInt8 {
    case multiplyAddLow, multiplyAddHigh, multiplyAddHighSaturating, multiplyAddWide, multiply24AddLow
    case multiply24AddHigh, sumOfDifference, bitFieldExtract, logic
    case funnelLeftWrap, funnelLeftClamp, funnelRightWrap, funnelRightClamp
    case dot4, dot2Low, dot2High
}

enum CarryAction: UInt8 { case addOut, addIn, addInOut, subtractOut, subtractIn, subtractInOut }

enum PermuteMode: UInt8 { case bytes, forward4, backward4, replicate8, edgeClampLeft, edgeClampRight, replicate16 }

enum PairAction: UInt8 { case add16, minimumSigned, maximumSigned, minimumUnsigned, maximumUnsigned }

/// Formats of floating-point lanes; the packed ones hold two values.
enum FloatType: UInt8 { case f32, f64, f16, bf16, f16x2, bf16x2 }

enum FloatUnary: UInt8 {
    case absolute, negate, squareRoot, reciprocal, reciprocalSquareRoot, exponential2, logarithm2, sine, cosine
    case hyperbolicTangent, isFinite, isInfinite, isNumber, isNotANumber, isNormal, isSubnormal, rectify
}

enum FloatBinary: UInt8 {
    case add, subtract, multiply, divide, minimum, maximum, minimumNaN, maximumNaN, minimumXorSign, maximumXorSign
    case copySign
}

/// IEEE 754 rounding directions.
enum Rounding: UInt8 { case nearest, towardZero, down, up }

enum Comparison: UInt8 {
    case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual
    case equalUnordered, notEqualUnordered, lessUnordered, lessOrEqualUnordered, greaterUnordered
    case greaterOrEqualUnordered
    case bothNumbers, anyNaN
}

enum CompareType: UInt8 { case u16, s16, u32, s32, u64, s64, f32, f64, f16, bf16 }

enum BooleanCombination: UInt8 { case and, or, xor }

enum MemoryType: UInt8 { case u8, s8, u16, s16, b32, s32, b64 }

/// Where an address leads. Global addresses and generic ones share one address space; see ``MemoryMap``.
enum MemorySpace: UInt8 { case generic, global, shared, local, parameter, constant }

enum AtomicAction: UInt8 { case add, minimum, maximum, and, or, xor, exchange, compareExchange, increment, decrement }

enum AtomicType: UInt8 { case u32, s32, u64, s64, f32, f64, f16x2, bf16x2, f16, bf16, b16 }

enum ShuffleMode: UInt8 { case up, down, butterfly, index }

enum VoteMode: UInt8 { case all, any, uniform, ballot }

enum ClockKind: UInt8 { case cycles32, cycles32High, cycles64, nanoseconds, nanosecondsLow, nanosecondsHigh }

enum BarrierAction: UInt8 { case synchronize, arrive, populationCount, and, or }
