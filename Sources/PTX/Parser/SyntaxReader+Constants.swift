/// Constant expressions, which are folded while they are read.
extension SyntaxReader {
    /// Whether the token is the constant that stands for the lanes of a warp, 32 on every target.
    var isWarpSize: Bool {
        token.kind == .name && token.end - token.offset == 7 && lexer.text[token.offset] == UInt8(ascii: "W")
            && text == "WARP_SZ"
    }

    /// An expression; `what` names what was wanted when there is none.
    mutating func constant(or what: String) throws(SyntaxFault) -> Constant {
        guard beginsConstant else { throw expected(what) }
        return try conditional(try binary(1, try unary()))
    }

    /// An expression whose first operator has been consumed.
    mutating func constant(behind operation: Token.Kind) throws(SyntaxFault) -> Constant {
        let place = previous
        let value = try apply(operation, try unary(), at: place)
        return try conditional(try binary(1, value))
    }

    mutating func integerConstant(_ what: String) throws(SyntaxFault) -> UInt64 {
        let start = token
        guard case .integer(let bits, _) = try constant(or: what) else {
            throw fault("expected \(what), found a floating-point number", at: span(from: start))
        }
        return bits
    }

    private var beginsConstant: Bool {
        switch token.kind {
        case .integer, .unsignedInteger, .single, .double, .leftParenthesis: true
        case .plus, .minus, .tilde, .exclamation: true
        case .name: isWarpSize
        case .dotted: lexer.byte(at: token.offset + 1).isDigit
        default: false
        }
    }

    /// `condition ? first : second` behind its condition.
    private mutating func conditional(_ condition: Constant) throws(SyntaxFault) -> Constant {
        guard token.kind == .question else { return condition }
        guard case .integer(let bits, _) = condition else { throw fault("condition that is not an integer") }
        try descend("nested expressions")
        advance()
        let first = try constant(or: "a number")
        try expect(.colon, "`:`")
        let second = try constant(or: "a number")
        depth -= 1
        return bits != 0 ? first : second
    }

    /// Precedence climbing: operators that bind at least as strongly as `weakest`, to the right of `left`.
    private mutating func binary(_ weakest: Int, _ left: Constant) throws(SyntaxFault) -> Constant {
        var left = left
        while let strength = Self.strength(of: token.kind), strength >= weakest {
            let place = token
            advance()
            let right = try binary(strength + 1, try unary())
            do throws(Constant.Failure) {
                left = try left.combined(place.kind, right)
            } catch {
                throw failure(error, at: place)
            }
        }
        return left
    }

    /// The precedence of C.
    private static func strength(of kind: Token.Kind) -> Int? {
        switch kind {
        case .pipePipe: 1
        case .ampersandAmpersand: 2
        case .pipe: 3
        case .caret: 4
        case .ampersand: 5
        case .equalEqual, .exclamationEqual: 6
        case .less, .lessEqual, .greater, .greaterEqual: 7
        case .lessLess, .greaterGreater: 8
        case .plus, .minus: 9
        case .star, .slash, .percent: 10
        default: nil
        }
    }

    private mutating func apply(
        _ operation: Token.Kind, _ value: Constant, at place: Token
    ) throws(SyntaxFault) -> Constant {
        do throws(Constant.Failure) {
            return try value.prefixed(by: operation)
        } catch {
            throw failure(error, at: place)
        }
    }

    private mutating func failure(_ failure: Constant.Failure, at place: Token) -> SyntaxFault {
        switch failure {
        case .operands: fault("`\(lexer.string(of: place))` does not take these operands", at: place.span)
        case .divisionByZero: fault("division by zero in a constant expression", at: place.span)
        }
    }

    /// A value with the operators and casts in front of it.
    private mutating func unary() throws(SyntaxFault) -> Constant {
        switch token.kind {
        case .plus, .minus, .tilde, .exclamation:
            try descend("nested expressions")
            let place = token
            advance()
            let value = try apply(place.kind, try unary(), at: place)
            depth -= 1
            return value
        case .leftParenthesis:
            try descend("nested expressions")
            advance()
            defer { depth -= 1 }
            return try parenthesised()
        default:
            return try literal()
        }
    }

    /// `expression)`, or the cast `.s64)` and what it applies to.
    private mutating func parenthesised() throws(SyntaxFault) -> Constant {
        guard let type = directive, type == "s64" || type == "u64" else {
            let value = try constant(or: "a number")
            try expect(.rightParenthesis, "`)`")
            return value
        }
        advance()
        try expect(.rightParenthesis, "`)`")
        guard case .integer(let bits, _) = try unary() else { throw fault("cast of a floating-point number") }
        return .integer(bits, isUnsigned: type == "u64")
    }

    private mutating func literal() throws(SyntaxFault) -> Constant {
        if token.kind == .dotted && lexer.byte(at: token.offset + 1).isDigit {
            token = lexer.rescanAsNumber(token)
            takeFaults()
        }
        let value = token.value
        switch token.kind {
        case .integer:
            advance()
            return .integer(value, isUnsigned: false)
        case .unsignedInteger:
            advance()
            return .integer(value, isUnsigned: true)
        case .single:
            advance()
            return .single(UInt32(truncatingIfNeeded: value))
        case .double:
            advance()
            return .double(Double(bitPattern: value))
        case .name where isWarpSize:
            advance()
            return .signed(32)
        default: throw expected("a number")
        }
    }
}
