/// Arithmetic on 16-bit floating-point values, one and two at a time.
extension ScalarForm {
    static let halves: [ScalarForm] = half(Binary16.self) + half(BrainFloat.self)

    private static func half<F: FloatValue>(_: F.Type) -> [ScalarForm] {
        var single: [ScalarForm] = []
        let sign = F.format.signBit
        for ending in F.kind == .f16 ? ["", ".rn", ".sat", ".rn.sat"] : ["", ".rn"] {
            @Sendable func result(_ number: ExactNumber) -> F {
                ending.hasSuffix("sat") ? F(number).saturated : F(number)
            }
            single += [
                binary("add\(ending).\(F.typeName)") { (a: F, b: F) in result(a.number.adding(b.number, .rn)) },
                binary("sub\(ending).\(F.typeName)") { (a: F, b: F) in
                    result(a.number.adding(b.number.negated, .rn))
                },
                binary("mul\(ending).\(F.typeName)") { (a: F, b: F) in result(a.number.multiplied(by: b.number)) },
            ]
        }
        for ending in F.kind == .f16 ? ["", ".sat", ".relu"] : ["", ".relu"] {
            single.append(
                ternary("fma.rn\(ending).\(F.typeName)") { (a: F, b: F, c: F) in
                    let result = F(a.number.multiplied(by: b.number).adding(c.number, .rn))
                    return ending == ".sat" ? result.saturated : ending == ".relu" ? result.rectified : result
                })
        }
        single += [
            unary("abs.\(F.typeName)") { (a: F) in F(bits: a.bits & ~sign) },
            unary("neg.\(F.typeName)") { (a: F) in F(bits: a.bits ^ sign) },
        ]
        single += extrema(F.self, isFull: true)
        return single + single.filter { !$0.showsNaN }.map { doubled($0, F.self) }
    }

    /// The same on both halves of a register.
    private static func doubled<F: FloatValue>(_ form: ScalarForm, _: F.Type) -> ScalarForm {
        let kind = FloatPair<F>.kind
        return ScalarForm(
            spelling: form.spelling + "x2", results: [kind], sources: form.sources.map { _ in .register(kind) }
        ) { scalars in
            var result: UInt64 = 0
            for shift: UInt64 in [0, 16] {
                var part = Scalars()
                for index in form.sources.indices { part.sources[index] = scalars.sources[index] >> shift & 0xffff }
                form.evaluate(&part)
                result |= part.results[0] << shift
            }
            scalars.results[0] = result
        }
    }
}
