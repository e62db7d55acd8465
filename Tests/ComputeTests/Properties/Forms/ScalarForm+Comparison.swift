/// `setp`, `set`, `selp` and `slct`.
extension ScalarForm {
    static let comparisons: [ScalarForm] =
        integerComparisons + floatComparisons(Binary32.self, results: wordResults)
        + floatComparisons(Binary64.self, results: wordResults)
        + floatComparisons(Binary16.self, results: [("f16", .f16, 0x3c00)] + wordResults.prefix(2))
        + floatComparisons(BrainFloat.self, results: [("bf16", .bf16, 0x3f80)] + wordResults.prefix(2)) + choices

    /// A test by name, of two values.
    private struct Test<T: ScalarValue>: Sendable {
        let name: String
        let holds: @Sendable (T, T) -> Bool
    }

    /// A relation by name: whether it holds, given whether the first value is less, and whether both are equal.
    private struct Relation {
        let name: String
        let holds: @Sendable (_ isLess: Bool, _ isEqual: Bool) -> Bool
    }

    private static let relations = [
        Relation(name: "eq") { $1 }, Relation(name: "ne") { !$1 }, Relation(name: "lt") { isLess, _ in isLess },
        Relation(name: "le") { $0 || $1 }, Relation(name: "gt") { !$0 && !$1 },
        Relation(name: "ge") { isLess, _ in !isLess },
    ]
    private static let unsignedRelations = [
        Relation(name: "lo") { isLess, _ in isLess }, Relation(name: "ls") { $0 || $1 },
        Relation(name: "hi") { !$0 && !$1 }, Relation(name: "hs") { isLess, _ in !isLess },
    ]

    /// A type that `set` gives, its register, and the bits of true.
    private typealias SetResult = (type: String, kind: RegisterKind, yes: UInt64)

    private static let wordResults: [SetResult] = [
        ("u32", .b32, 0xffff_ffff), ("s32", .b32, 0xffff_ffff), ("f32", .f32, 0x3f80_0000),
    ]

    private static let integerComparisons: [ScalarForm] =
        ordered(UInt16.self) + ordered(Int16.self) + ordered(UInt32.self) + ordered(Int32.self) + ordered(UInt64.self)
        + ordered(Int64.self)

    private static func ordered<T: IntegerValue>(_: T.Type) -> [ScalarForm] {
        let tests = (relations + (T.isSigned ? [] : unsignedRelations)).map { relation in
            Test<T>(name: relation.name) { relation.holds($0 < $1, $0 == $1) }
        }
        let forms = tests.flatMap { self.forms($0, T.typeName, wordResults) }
        return T.isSigned ? forms : forms + tests.prefix(2).flatMap { self.forms($0, "b\(T.bitWidth)", wordResults) }
    }

    private static func floatComparisons<F: FloatValue>(_: F.Type, results: [SetResult]) -> [ScalarForm] {
        var tests = relations.flatMap { relation in
            [("", false), ("u", true)].map { suffix, besideNaN in
                Test<F>(name: relation.name + suffix) { a, b in
                    guard let x = a.place, let y = b.place else { return besideNaN }
                    return relation.holds(x < y, x == y)
                }
            }
        }
        tests.append(Test(name: "num") { !$0.isNaN && !$1.isNaN })
        tests.append(Test(name: "nan") { $0.isNaN || $1.isNaN })
        return tests.flatMap { forms($0, F.typeName, results) }
    }

    /// All the instructions around one test.
    private static func forms<T: ScalarValue>(_ test: Test<T>, _ type: String, _ results: [SetResult]) -> [ScalarForm] {
        let combinations: [(name: String, apply: @Sendable (Bool, Bool) -> Bool)] = [
            ("and", { $0 && $1 }), ("or", { $0 || $1 }), ("xor", { $0 != $1 }),
        ]
        let isWide = T.kind != .f16 && T.kind != .bf16
        let setp = "setp.\(test.name)"
        var forms = [binary("\(setp).\(type)") { (a: T, b: T) in test.holds(a, b) }]
        if isWide { forms.append(forms[0].paired { x, _ in !x }) }
        for (name, apply) in combinations {
            let plain = ternary("\(setp).\(name).\(type)") { (a: T, b: T, c: Bool) in apply(test.holds(a, b), c) }
            forms.append(plain)
            guard isWide else { continue }
            forms.append(
                plain.paired { _, sources in
                    apply(!test.holds(T(bits: sources[0]), T(bits: sources[1])), sources[2] != 0)
                })
        }
        for result in results {
            let set = binary("set.\(test.name).\(result.type).\(type)") { (a: T, b: T) in test.holds(a, b) }
            forms.append(set.giving(result))
            for (name, apply) in combinations {
                let combined = ternary("set.\(test.name).\(name).\(result.type).\(type)") { (a: T, b: T, c: Bool) in
                    apply(test.holds(a, b), c)
                }
                forms.append(combined.giving(result))
            }
        }
        return forms
    }

    /// With a second result, made from the first one and the sources.
    private func paired(_ second: @escaping @Sendable (Bool, [UInt64]) -> Bool) -> ScalarForm {
        ScalarForm(spelling: spelling, results: [.pred, .pred], sources: sources, layout: .pair) {
            evaluate(&$0)
            $0.results[1] = second($0.results[0] != 0, $0.sources).bits
        }
    }

    private func giving(_ result: SetResult) -> ScalarForm {
        ScalarForm(spelling: spelling, results: [result.kind], sources: sources) {
            evaluate(&$0)
            $0.results[0] = $0.results[0] != 0 ? result.yes : 0
        }
    }

    private static let choices: [ScalarForm] =
        choice("u16", .b16) + choice("s16", .b16) + choice("b16", .b16) + choice("u32", .b32) + choice("s32", .b32)
        + choice("b32", .b32) + choice("u64", .b64) + choice("s64", .b64) + choice("b64", .b64)
        + choice("f32", .f32) + choice("f64", .f64)

    private static func choice(_ type: String, _ kind: RegisterKind) -> [ScalarForm] {
        let tests: [(String, Source, @Sendable (UInt64) -> Bool)] = [
            ("selp.\(type)", .predicate, { $0 != 0 }),
            ("slct.\(type).s32", .value(.b32), { Int32(bits: $0) >= 0 }),
            ("slct.\(type).f32", .value(.f32), { (Binary32(bits: $0).place ?? -1) >= 0 }),
        ]
        return tests.map { spelling, source, test in
            ScalarForm(spelling: spelling, results: [kind], sources: [.value(kind), .value(kind), source]) {
                $0.results[0] = test($0.sources[2]) ? $0.sources[0] : $0.sources[1]
            }
        }
    }
}
