import PTX

/// The opcodes, by family.
extension Decoder {
    mutating func decodeInstruction() throws(ComputeError) {
        switch instruction.opcode {
        case "add", "sub", "mul", "min", "max", "abs", "neg", "fma", "mad", "div": try decodeArithmetic()
        case "addc", "subc", "madc": try decodeCarry()
        case "rem", "mul24", "mad24", "sad", "and", "or", "xor", "not", "cnot", "shl", "shr", "popc", "clz", "brev",
            "bfind", "bfe", "bfi", "lop3", "shf", "prmt", "dp4a", "dp2a":
            try decodeBits()
        case "sqrt", "rcp", "rsqrt", "ex2", "lg2", "sin", "cos", "tanh", "copysign", "testp": try decodeFloatFunction()
        case "setp", "set", "selp", "slct": try decodeComparison()
        case "cvt": try decodeConversion()
        case "mov": try decodeMove()
        case "cvta": try decodeAddressConversion()
        case "isspacep": try decodeSpaceTest()
        case "ld", "ldu": try decodeLoad()
        case "st": try decodeStore()
        case "atom", "red": try decodeAtomic()
        case "bra", "brx", "call", "ret", "exit", "trap": try decodeControl()
        case "bar", "barrier": try decodeBarrier()
        case "shfl", "vote", "match", "redux", "activemask", "elect": try decodeWarp()
        case "membar", "fence", "prefetch", "prefetchu", "pmevent", "nanosleep", "brkpt", "discard", "applypriority":
            // Blocks run one operation at a time, and memory of this process needs no hints.
            break
        default: throw unsupported
        }
    }

    /// d = action(a, b), the plainest shape.
    mutating func emitBinary(_ action: Action, _ type: ScalarType, second: ScalarType? = nil) throws(ComputeError) {
        let (d, a, b) = (try destination(type), try source(1, type), try source(2, second ?? type))
        emit(action) { ($0.d, $0.a, $0.b) = (d, a, b) }
    }

    /// d = action(a, b, c).
    mutating func emitTernary(
        _ action: Action, _ type: ScalarType, second: ScalarType? = nil, third: ScalarType? = nil
    ) throws(ComputeError) {
        let (d, a) = (try destination(type), try source(1, type))
        let (b, c) = (try source(2, second ?? type), try source(3, third ?? type))
        emit(action) { ($0.d, $0.a, $0.b, $0.c) = (d, a, b, c) }
    }

    /// d = action(a).
    mutating func emitUnary(_ action: Action, _ type: ScalarType) throws(ComputeError) {
        let (d, a) = (try destination(type), try source(1, type))
        emit(action) { ($0.d, $0.a) = (d, a) }
    }

    /// `.sat` on a floating-point result.
    mutating func emitSaturation(_ type: FloatType) throws(ComputeError) {
        guard instruction.has("sat") else { return }
        let d = try destination(instruction.type)
        emit(.saturate(type)) { ($0.d, $0.a) = (d, d) }
    }

    /// `.relu` on a 16-bit result: negative values become zero.
    mutating func emitRectification(_ type: FloatType) throws(ComputeError) {
        guard instruction.has("relu") else { return }
        let d = try destination(instruction.type)
        emit(.floatUnary(.rectify, type)) { ($0.d, $0.a, $0.b) = (d, d, d) }
    }
}
