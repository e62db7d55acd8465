extension Constant {
    /// Why an expression has no value.
    enum Failure: Error {
        case operands
        case divisionByZero
    }

    /// Operators in front of a value.
    func prefixed(by kind: Token.Kind) throws(Failure) -> Constant {
        switch (kind, self) {
        case (.plus, .integer), (.plus, .double): self
        case (.minus, .integer(let bits, let isUnsigned)): .integer(0 &- bits, isUnsigned: isUnsigned)
        case (.minus, .double(let value)): .double(-value)
        case (.exclamation, .integer(let bits, _)): .truth(bits == 0)
        case (.tilde, .integer(let bits, _)): .integer(~bits, isUnsigned: true)
        default: throw .operands
        }
    }

    /// Operators between two values.
    func combined(_ kind: Token.Kind, _ other: Constant) throws(Failure) -> Constant {
        switch (self, other) {
        case (.integer(let left, let isLeftUnsigned), .integer(let right, let isRightUnsigned)):
            switch kind {
            // A shift has the type of what is shifted, and its distance counts modulo 64, as in NVIDIA's assembler.
            case .lessLess: return .integer(left &<< right, isUnsigned: isLeftUnsigned)
            case .greaterGreater:
                return isLeftUnsigned
                    ? .integer(left &>> right, isUnsigned: true)
                    : .signed(Int64(bitPattern: left) &>> Int64(bitPattern: right))
            // A remainder is that of unsigned numbers, whatever the operands are.
            case .percent: return try Self.unsigned(kind, left, right)
            default:
                return isLeftUnsigned || isRightUnsigned
                    ? try Self.unsigned(kind, left, right)
                    : try Self.signed(kind, Int64(bitPattern: left), Int64(bitPattern: right))
            }
        case (.double(let left), .double(let right)):
            return try Self.floating(kind, left, right)
        default:
            throw .operands
        }
    }

    private static func unsigned(_ kind: Token.Kind, _ left: UInt64, _ right: UInt64) throws(Failure) -> Constant {
        switch kind {
        case .slash, .percent:
            if right == 0 { throw .divisionByZero }
            return .integer(kind == .slash ? left / right : left % right, isUnsigned: true)
        case .less: return .truth(left < right)
        case .lessEqual: return .truth(left <= right)
        case .greater: return .truth(left > right)
        case .greaterEqual: return .truth(left >= right)
        default: return try bitwise(kind, left, right, isUnsigned: true)
        }
    }

    private static func signed(_ kind: Token.Kind, _ left: Int64, _ right: Int64) throws(Failure) -> Constant {
        switch kind {
        case .slash:
            if right == 0 { throw .divisionByZero }
            // The smallest number divided by -1 wraps around.
            return .signed(left.dividedReportingOverflow(by: right).partialValue)
        case .less: return .truth(left < right)
        case .lessEqual: return .truth(left <= right)
        case .greater: return .truth(left > right)
        case .greaterEqual: return .truth(left >= right)
        default: return try bitwise(kind, UInt64(bitPattern: left), UInt64(bitPattern: right), isUnsigned: false)
        }
    }

    /// Operators for which the sign makes no difference.
    private static func bitwise(
        _ kind: Token.Kind, _ left: UInt64, _ right: UInt64, isUnsigned: Bool
    ) throws(Failure) -> Constant {
        switch kind {
        case .plus: .integer(left &+ right, isUnsigned: isUnsigned)
        case .minus: .integer(left &- right, isUnsigned: isUnsigned)
        case .star: .integer(left &* right, isUnsigned: isUnsigned)
        case .ampersand: .integer(left & right, isUnsigned: isUnsigned)
        case .pipe: .integer(left | right, isUnsigned: isUnsigned)
        case .caret: .integer(left ^ right, isUnsigned: isUnsigned)
        case .equalEqual: .truth(left == right)
        case .exclamationEqual: .truth(left != right)
        case .ampersandAmpersand: .truth(left != 0 && right != 0)
        case .pipePipe: .truth(left != 0 || right != 0)
        default: throw .operands
        }
    }

    private static func floating(_ kind: Token.Kind, _ left: Double, _ right: Double) throws(Failure) -> Constant {
        switch kind {
        case .plus: .double(left + right)
        case .minus: .double(left - right)
        case .star: .double(left * right)
        case .slash: .double(left / right)
        case .less: .truth(left < right)
        case .lessEqual: .truth(left <= right)
        case .greater: .truth(left > right)
        case .greaterEqual: .truth(left >= right)
        case .equalEqual: .truth(left == right)
        case .exclamationEqual: .truth(left != right)
        default: throw .operands
        }
    }
}
