/// Floating-point arithmetic, rounded in every direction, and choices between values.
extension ScalarForm {
    static let floats: [ScalarForm] =
        exact(Binary32.self, saturates: true) + exact(Binary64.self, saturates: false) + signs(Binary32.self)
        + signs(Binary64.self) + extrema(Binary32.self, isFull: true) + extrema(Binary64.self, isFull: false)

    private static func exact<F: FloatValue>(_: F.Type, saturates: Bool) -> [ScalarForm] {
        let directions = ExactNumber.Direction.allCases
        var forms: [ScalarForm] = []
        for (modifier, direction) in [("", .rn)] + directions.map({ (".\($0)", $0) }) {
            for isSaturating in saturates ? [false, true] : [false] {
                let ending = "\(modifier)\(isSaturating ? ".sat" : "").\(F.typeName)"
                @Sendable func result(_ number: ExactNumber) -> F {
                    let rounded = F(number, direction)
                    return isSaturating ? rounded.saturated : rounded
                }
                forms += [
                    binary("add\(ending)") { (a: F, b: F) in result(a.number.adding(b.number, direction)) },
                    binary("sub\(ending)") { (a: F, b: F) in result(a.number.adding(b.number.negated, direction)) },
                    binary("mul\(ending)") { (a: F, b: F) in result(a.number.multiplied(by: b.number)) },
                ]
                guard !modifier.isEmpty else { continue }
                forms += ["fma", "mad"].map {
                    ternary("\($0)\(ending)") { (a: F, b: F, c: F) in
                        result(a.number.multiplied(by: b.number).adding(c.number, direction))
                    }
                }
            }
        }
        for direction in directions {
            let ending = ".\(direction).\(F.typeName)"
            forms += [
                binary("div\(ending)") { (a: F, b: F) in F(a.number.divided(by: b.number), direction) },
                unary("rcp\(ending)") { (a: F) in F(F.one.number.divided(by: a.number), direction) },
                unary("sqrt\(ending)") { (a: F) in F(a.number.squareRoot, direction) },
            ]
        }
        return forms
    }

    private static func signs<F: FloatValue>(_: F.Type) -> [ScalarForm] {
        let (t, sign) = (F.typeName, F.format.signBit)
        let smallest = F.format.smallestNormal
        let tests: [(String, @Sendable (UInt64) -> Bool)] = [
            ("finite", { $0 < F.format.infinity }), ("infinite", { $0 == F.format.infinity }),
            ("number", { $0 <= F.format.infinity }), ("notanumber", { $0 > F.format.infinity }),
            ("normal", { $0 >= smallest && $0 < F.format.infinity }), ("subnormal", { $0 > 0 && $0 < smallest }),
        ]
        return [
            unary("abs.\(t)") { (a: F) in F(bits: a.bits & ~sign) },
            unary("neg.\(t)") { (a: F) in F(bits: a.bits ^ sign) },
            binary("copysign.\(t)") { (a: F, b: F) in F(bits: a.bits & sign | b.bits & ~sign) }.showingNaN,
        ] + tests.map { name, test in unary("testp.\(name).\(t)") { (a: F) in test(F.format.magnitude(a.bits)) } }
    }

    static func extrema<F: FloatValue>(_: F.Type, isFull: Bool) -> [ScalarForm] {
        let t = F.typeName
        let sign = F.format.signBit
        return ["min", "max"].flatMap { name -> [ScalarForm] in
            let isMinimum = name == "min"
            let plain = binary("\(name).\(t)") { (a: F, b: F) in choose(a, b, isMinimum) }
            guard isFull else { return [plain] }
            return [
                plain,
                binary("\(name).NaN.\(t)") { (a: F, b: F) in a.isNaN || b.isNaN ? .nan : choose(a, b, isMinimum) },
                binary("\(name).xorsign.abs.\(t)") { (a: F, b: F) in
                    let chosen = choose(F(bits: a.bits & ~sign), F(bits: b.bits & ~sign), isMinimum)
                    return F(bits: chosen.bits & ~sign | (a.bits ^ b.bits) & sign)
                }.showingNaN,
            ]
        }
    }

    /// The smaller or larger one, numbers before NaN, −0 below +0.
    static func choose<F: FloatValue>(_ a: F, _ b: F, _ isMinimum: Bool) -> F {
        guard let x = a.place else { return b.isNaN ? .nan : b }
        guard let y = b.place else { return a }
        let isFirst = x == y ? a.isNegative == isMinimum : (x < y) == isMinimum
        return isFirst ? a : b
    }
}
