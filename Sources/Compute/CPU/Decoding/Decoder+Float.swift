import PTX

/// Floating-point arithmetic and functions. `.ftz` changes nothing: subnormal values are kept.
extension Decoder {
    mutating func decodeFloatArithmetic(_ float: FloatType, _ type: ScalarType) throws(ComputeError) {
        let rounding = instruction.rounding
        switch instruction.opcode {
        case "add": try emitBinary(.floatBinary(.add, float, rounding), type)
        case "sub": try emitBinary(.floatBinary(.subtract, float, rounding), type)
        case "mul": try emitBinary(.floatBinary(.multiply, float, rounding), type)
        case "div": try emitBinary(.floatBinary(.divide, float, rounding), type)
        case "fma", "mad": try emitTernary(.floatFused(float, rounding), type)
        case "abs": try emitUnary(type, .absolute, float)
        case "neg": try emitUnary(type, .negate, float)
        case "min", "max": try decodeExtremum(float, type)
        default: throw unsupported
        }
        try emitSaturation(float)
        try emitRectification(float)
    }

    private mutating func decodeExtremum(_ float: FloatType, _ type: ScalarType) throws(ComputeError) {
        let isMinimum = instruction.opcode == "min"
        let operation: FloatBinary
        if instruction.has("xorsign") {
            guard !instruction.has("NaN") else { throw unsupported }
            operation = isMinimum ? .minimumXorSign : .maximumXorSign
        } else if instruction.has("NaN") {
            operation = isMinimum ? .minimumNaN : .maximumNaN
        } else {
            operation = isMinimum ? .minimum : .maximum
        }
        guard instruction.operands.count == 3, !instruction.has("abs") || instruction.has("xorsign") else {
            throw unsupported
        }
        try emitBinary(.floatBinary(operation, float, .nearest), type)
    }

    /// Unary operations on packed values read their operand twice, see ``Gang/halfUnary(_:_:_:)``.
    private mutating func emitUnary(
        _ type: ScalarType, _ operation: FloatUnary, _ float: FloatType, _ rounding: Rounding = .nearest
    ) throws(ComputeError) {
        let (d, a) = (try destination(type), try source(1, type))
        emit(.floatUnary(operation, float)) {
            ($0.d, $0.a, $0.b, $0.immediate) = (d, a, a, Int64(rounding.rawValue))
        }
    }

    mutating func decodeFloatFunction() throws(ComputeError) {
        let type = instruction.type
        guard let float = type.float else { throw unsupported }
        switch instruction.opcode {
        case "sqrt": try emitUnary(type, .squareRoot, float, instruction.rounding)
        case "rcp": try emitUnary(type, .reciprocal, float, instruction.rounding)
        case "rsqrt": try emitUnary(type, .reciprocalSquareRoot, float)
        case "ex2": try emitUnary(type, .exponential2, float)
        case "lg2": try emitUnary(type, .logarithm2, float)
        case "sin": try emitUnary(type, .sine, float)
        case "cos": try emitUnary(type, .cosine, float)
        case "tanh": try emitUnary(type, .hyperbolicTangent, float)
        case "copysign": try emitBinary(.floatBinary(.copySign, float, .nearest), type)
        default: try decodeProperty(float, type)
        }
    }

    private mutating func decodeProperty(_ float: FloatType, _ type: ScalarType) throws(ComputeError) {
        let properties: [(Modifier, FloatUnary)] = [
            ("finite", .isFinite), ("infinite", .isInfinite), ("number", .isNumber), ("notanumber", .isNotANumber),
            ("normal", .isNormal), ("subnormal", .isSubnormal),
        ]
        guard let property = properties.first(where: { instruction.has($0.0) })?.1 else { throw unsupported }
        let (d, a) = (try destination(.pred), try source(1, type))
        emit(.floatUnary(property, float)) { ($0.d, $0.a, $0.b) = (d, a, a) }
    }
}
