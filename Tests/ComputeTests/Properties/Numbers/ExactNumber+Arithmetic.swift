/// IEEE 754 arithmetic on whole digits. Operands have at most 106 of them and no rest.
extension ExactNumber {
    /// - Parameter direction: decides the sign of a difference that is zero.
    func adding(_ other: ExactNumber, _ direction: Direction) -> ExactNumber {
        switch (self, other) {
        case (.nan, _), (_, .nan): return .nan
        case (.infinity(let x), .infinity(let y)): return x == y ? self : .nan
        case (.infinity, _): return self
        case (_, .infinity): return other
        case (.finite(let x), .finite(let y)):
            if x.isZero, y.isZero {
                return x.isNegative == y.isNegative ? self : Self.zero(isNegative: direction == .rm)
            }
            if x.isZero { return other }
            if y.isZero { return self }
            return Self.sum(x, y, direction)
        }
    }

    private static func zero(isNegative: Bool) -> ExactNumber {
        .finite(Digits(isNegative: isNegative, magnitude: 0))
    }

    private static func sum(_ first: Digits, _ second: Digits, _ direction: Direction) -> ExactNumber {
        // With the highest digits far up, what falls off the smaller one's end is never needed but as a rest.
        let (x, y) = (first.moved(up: 124), second.moved(up: 124))
        let isOrdered = x.exponent > y.exponent || (x.exponent == y.exponent && x.magnitude >= y.magnitude)
        let large = isOrdered ? x : y
        let small = (isOrdered ? y : x).moved(toExponent: large.exponent)
        var result = large
        result.hasRest = small.hasRest
        if large.isNegative == small.isNegative {
            result.magnitude += small.magnitude
        } else {
            // large − (small + rest) = (large − small − 1) + (1 − rest)
            result.magnitude -= small.magnitude + (small.hasRest ? 1 : 0)
        }
        return result.isZero ? zero(isNegative: direction == .rm) : .finite(result)
    }

    func multiplied(by other: ExactNumber) -> ExactNumber {
        let isNegative = self.isNegative != other.isNegative
        switch (self, other) {
        case (.nan, _), (_, .nan): return .nan
        case (.infinity, .infinity): return .infinity(isNegative: isNegative)
        case (.infinity, .finite(let digits)), (.finite(let digits), .infinity):
            return digits.isZero ? .nan : .infinity(isNegative: isNegative)
        case (.finite(let x), .finite(let y)):
            return .finite(
                Digits(
                    isNegative: isNegative, magnitude: x.magnitude * y.magnitude, exponent: x.exponent + y.exponent))
        }
    }

    func divided(by other: ExactNumber) -> ExactNumber {
        let isNegative = self.isNegative != other.isNegative
        switch (self, other) {
        case (.nan, _), (_, .nan), (.infinity, .infinity): return .nan
        case (.infinity, .finite): return .infinity(isNegative: isNegative)
        case (.finite, .infinity): return Self.zero(isNegative: isNegative)
        case (.finite(let x), .finite(let y)):
            if y.isZero { return x.isZero ? .nan : .infinity(isNegative: isNegative) }
            if x.isZero { return Self.zero(isNegative: isNegative) }
            let dividend = x.moved(up: 126)
            let (quotient, remainder) = dividend.magnitude.quotientAndRemainder(dividingBy: y.magnitude)
            return .finite(
                Digits(
                    isNegative: isNegative, magnitude: quotient, exponent: dividend.exponent - y.exponent,
                    hasRest: remainder != 0))
        }
    }

    var squareRoot: ExactNumber {
        switch self {
        case .nan: return .nan
        case .infinity(let isNegative): return isNegative ? .nan : self
        case .finite(let digits):
            if digits.isZero { return self }
            if digits.isNegative { return .nan }
            let high = digits.moved(up: 125)
            let even = high.exponent % 2 == 0 ? high : digits.moved(up: 124)
            var root: UInt128 = 0
            for place in (0..<64).reversed() {
                let longer = root | 1 << UInt128(place)
                if longer * longer <= even.magnitude { root = longer }
            }
            return .finite(
                Digits(magnitude: root, exponent: even.exponent / 2, hasRest: root * root != even.magnitude))
        }
    }
}
