/// What a name stands for.
enum Symbol {
    /// A register, or a vector of registers that follow one another in the function's list.
    case register(ScalarType, first: Int, count: Int)
    /// A register that is declared and was not used yet; it has no place in the function's list.
    case unusedRegister(ScalarType, count: Int)
    /// A variable with its state space.
    case variable(CheckedOperand.Place, StateSpace)
    /// An index of the module's functions.
    case function(Int)
    /// A texture, sampler or surface reference, which no device here has.
    case opaque(String)
}
