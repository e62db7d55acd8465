import WasmEngine

/// Converts arguments as a caller wrote them to the declared parameter types of an export.
public enum ArgumentConversion {
    /// - Throws: ``RuntimeError/invalidArguments(_:)`` with the index of the first argument that does not fit.
    public static func convert(
        _ literals: [ArgumentLiteral], to parameters: [ValueType]
    ) throws(RuntimeError) -> [Value] {
        guard literals.count == parameters.count else {
            throw .invalidArguments(
                "the export takes \(parameters.count) arguments, \(literals.count) were given")
        }
        var values: [Value] = []
        values.reserveCapacity(literals.count)
        for index in literals.indices {
            values.append(try convert(literals[index], to: parameters[index], index: index))
        }
        return values
    }

    private static func convert(
        _ literal: ArgumentLiteral, to type: ValueType, index: Int
    ) throws(RuntimeError) -> Value {
        let value: Value? =
            switch type {
            case .i32: integer32(literal).map(Value.i32)
            case .i64: integer64(literal).map(Value.i64)
            case .f32: float(literal, Float.self).map(Value.f32)
            case .f64: float(literal, Double.self).map(Value.f64)
            case .v128, .reference: nil
            }
        guard let value else {
            throw .invalidArguments("argument \(index) must be \(expectation(of: type))")
        }
        return value
    }

    /// Signed or unsigned: both readings of the same 32 bits are in use.
    private static func integer32(_ literal: ArgumentLiteral) -> Int32? {
        guard case .number(let text) = literal else { return nil }
        return Int32(text) ?? UInt32(text).map { Int32(bitPattern: $0) }
    }

    private static func integer64(_ literal: ArgumentLiteral) -> Int64? {
        switch literal {
        case .number(let text): return Int64(text) ?? UInt64(text).map { Int64(bitPattern: $0) }
        // A string carries integers that a JSON reader of the caller's side would round; no other notation.
        case .string(let text):
            guard text.utf8.allSatisfy({ $0 == UInt8(ascii: "-") || (0x30...0x39).contains($0) }) else { return nil }
            return Int64(text) ?? UInt64(text).map { Int64(bitPattern: $0) }
        default: return nil
        }
    }

    /// A finite number that stays finite in the target type, or one of the three names of JSON's missing values.
    private static func float<Target: BinaryFloatingPoint & LosslessStringConvertible>(
        _ literal: ArgumentLiteral, _ type: Target.Type
    ) -> Target? {
        switch literal {
        case .number(let text): Target(text).flatMap { $0.isFinite ? $0 : nil }
        case .string("NaN"): .nan
        case .string("Infinity"): .infinity
        case .string("-Infinity"): -.infinity
        default: nil
        }
    }

    private static func expectation(of type: ValueType) -> String {
        switch type {
        case .i32: "an integer from -2147483648 to 4294967295 (i32)"
        case .i64: "an integer of 64 bits, as a number or as a decimal string (i64)"
        case .f32: "a number within the range of f32, or \"NaN\", \"Infinity\", \"-Infinity\""
        case .f64: "a number within the range of f64, or \"NaN\", \"Infinity\", \"-Infinity\""
        case .v128, .reference: "of type \(type.rawValue), which cannot be passed from outside"
        }
    }
}
