/// `cvt` between all types, in all directions.
extension ScalarForm {
    static let conversions: [ScalarForm] =
        fromInteger(UInt8.self) + fromInteger(Int8.self) + fromInteger(UInt16.self) + fromInteger(Int16.self)
        + fromInteger(UInt32.self) + fromInteger(Int32.self) + fromInteger(UInt64.self) + fromInteger(Int64.self)
        + fromFloat(Binary32.self) + fromFloat(Binary64.self) + fromFloat(Binary16.self) + fromFloat(BrainFloat.self)
        + betweenFloats + packed(Binary16.self) + packed(BrainFloat.self)

    private static let integerKinds: [RegisterKind] = [.b16, .b32, .b64]

    /// One conversion with registers of the type's own size and larger ones.
    private static func widened<S: IntegerValue, D: IntegerValue>(
        _ spelling: String, _ convert: @escaping @Sendable (S) -> D
    ) -> [ScalarForm] {
        integerKinds.filter { $0.bitWidth >= S.bitWidth }.flatMap { from in
            integerKinds.filter { $0.bitWidth >= D.bitWidth }.map { to in
                ScalarForm(spelling: spelling, results: [to], sources: [.register(from)]) {
                    $0.results[0] = convert(S(bits: $0.sources[0])).extended(to: to)
                }
            }
        }
    }

    private static func fromInteger<S: IntegerValue>(_: S.Type) -> [ScalarForm] {
        toInteger(S.self, UInt8.self) + toInteger(S.self, Int8.self) + toInteger(S.self, UInt16.self)
            + toInteger(S.self, Int16.self) + toInteger(S.self, UInt32.self) + toInteger(S.self, Int32.self)
            + toInteger(S.self, UInt64.self) + toInteger(S.self, Int64.self) + toFloat(S.self, Binary32.self)
            + toFloat(S.self, Binary64.self) + toFloat(S.self, Binary16.self)
            + (S.bitWidth == 8 ? [] : toFloat(S.self, BrainFloat.self))
    }

    private static func toInteger<S: IntegerValue, D: IntegerValue>(_: S.Type, _: D.Type) -> [ScalarForm] {
        let (s, d) = (S.typeName, D.typeName)
        let plain = widened("cvt.\(d).\(s)") { (a: S) in D(truncatingIfNeeded: a) }
        // `.sat` stands only where a value can be out of range.
        guard S.min < D.min || S.max > D.max else { return plain }
        return plain + widened("cvt.sat.\(d).\(s)") { (a: S) in D(clamping: a) }
    }

    private static func toFloat<S: IntegerValue, F: FloatValue>(_: S.Type, _: F.Type) -> [ScalarForm] {
        ExactNumber.Direction.allCases.flatMap { direction -> [ScalarForm] in
            (F.kind == .bf16 ? [""] : ["", ".sat"]).map { saturation in
                unary("cvt.\(direction)\(saturation).\(F.typeName).\(S.typeName)") { (a: S) in
                    let result = F(ExactNumber(a), direction)
                    return saturation.isEmpty ? result : result.saturated
                }.withoutConstants
            }
        }
    }

    private static func fromFloat<F: FloatValue>(_: F.Type) -> [ScalarForm] {
        var forms =
            integers(F.self, UInt16.self) + integers(F.self, Int16.self) + integers(F.self, UInt32.self)
            + integers(F.self, Int32.self) + integers(F.self, UInt64.self) + integers(F.self, Int64.self)
        if F.kind != .bf16 { forms += integers(F.self, UInt8.self) + integers(F.self, Int8.self) }
        for direction in ExactNumber.Direction.allCases {
            for saturation in F.kind == .bf16 ? [""] : ["", ".sat"] {
                forms.append(
                    unary("cvt.\(direction)i\(saturation).\(F.typeName).\(F.typeName)") { (a: F) in
                        let result = F(a.number.whole(direction))
                        return saturation.isEmpty ? result : result.saturated
                    }.withoutConstants)
            }
        }
        return forms
    }

    private static func integers<F: FloatValue, D: IntegerValue>(_: F.Type, _: D.Type) -> [ScalarForm] {
        ExactNumber.Direction.allCases.flatMap { direction -> [ScalarForm] in
            (F.kind == .bf16 ? [""] : ["", ".sat"]).flatMap { saturation in
                integerKinds.filter { $0.bitWidth >= D.bitWidth }.map { to in
                    ScalarForm(
                        spelling: "cvt.\(direction)i\(saturation).\(D.typeName).\(F.typeName)", results: [to],
                        sources: [.register(F.kind)]
                    ) {
                        let number = F(bits: $0.sources[0]).number
                        let value = number.integer(direction, between: Int128(D.min), and: Int128(D.max))
                        // NaN: zero, but the highest bit where either side has 64 bits.
                        let isWide = F.kind == .f64 || D.bitWidth == 64
                        let nan: D = isWide ? 1 << D(D.bitWidth - 1) : 0
                        $0.results[0] = (value.map { D(truncatingIfNeeded: $0) } ?? nan).extended(to: to)
                    }
                }
            }
        }
    }

    private static let betweenFloats: [ScalarForm] =
        [convert("") { (a: Binary32) -> Binary64 in Binary64(a.number) }]
        + [convert(".sat") { (a: Binary32) -> Binary64 in Binary64(a.number).saturated }]
        + [convert("") { (a: Binary16) -> Binary32 in Binary32(a.number) }]
        + [convert(".sat") { (a: Binary16) -> Binary32 in Binary32(a.number).saturated }]
        + [convert("") { (a: Binary16) -> Binary64 in Binary64(a.number) }]
        + [convert("") { (a: BrainFloat) -> Binary32 in Binary32(a.number) }]
        + [convert("") { (a: BrainFloat) -> Binary64 in Binary64(a.number) }]
        + [convert(".sat") { (a: Binary32) -> Binary32 in a.saturated }]
        + [convert(".sat") { (a: Binary64) -> Binary64 in a.saturated }]
        + ExactNumber.Direction.allCases.flatMap(rounded)
        + [ExactNumber.Direction.rn, .rz].flatMap { direction in
            [
                convert(".\(direction).relu") { (a: Binary32) -> Binary16 in
                    Binary16(a.number, direction).rectified
                },
                convert(".\(direction).relu") { (a: Binary32) -> BrainFloat in
                    BrainFloat(a.number, direction).rectified
                },
            ]
        }

    private static func rounded(_ direction: ExactNumber.Direction) -> [ScalarForm] {
        [
            convert(".\(direction)") { (a: Binary64) in Binary32(a.number, direction) },
            convert(".\(direction).sat") { (a: Binary64) in Binary32(a.number, direction).saturated },
            convert(".\(direction)") { (a: Binary32) in Binary16(a.number, direction) },
            convert(".\(direction).sat") { (a: Binary32) in Binary16(a.number, direction).saturated },
            convert(".\(direction)") { (a: Binary64) in Binary16(a.number, direction) },
            convert(".\(direction).sat") { (a: Binary64) in Binary16(a.number, direction).saturated },
            convert(".\(direction)") { (a: Binary32) in BrainFloat(a.number, direction) },
            convert(".\(direction)") { (a: Binary64) in BrainFloat(a.number, direction) },
            convert(".\(direction)") { (a: Binary16) in BrainFloat(a.number, direction) },
            convert(".\(direction)") { (a: BrainFloat) in Binary16(a.number, direction) },
        ]
    }

    private static func convert<S: FloatValue, D: FloatValue>(
        _ modifiers: String, _ body: @escaping @Sendable (S) -> D
    ) -> ScalarForm {
        unary("cvt\(modifiers).\(D.typeName).\(S.typeName)", body).withoutConstants
    }

    /// Two values into the halves of one register, the first into the upper one.
    private static func packed<F: FloatValue>(_: F.Type) -> [ScalarForm] {
        [ExactNumber.Direction.rn, .rz].flatMap { direction in
            ["", ".relu"].map { relu in
                binary("cvt.\(direction)\(relu).\(F.typeName)x2.f32") { (a: Binary32, b: Binary32) in
                    let (high, low) = (F(a.number, direction), F(b.number, direction))
                    return relu.isEmpty
                        ? FloatPair(low: low, high: high) : FloatPair(low: low.rectified, high: high.rectified)
                }
            }
        }
    }
}
