/// `mov`: copies, the same bits as another type, parts of registers; and sums with a carry.
extension ScalarForm {
    static let moves: [ScalarForm] =
        [
            copy("u16", .b16), copy("b16", .b16), copy("s32", .b32), copy("b32", .b32), copy("u64", .b64),
            copy("f32", .f32), copy("f64", .f64),
            cast("b32", .f32, .b32), cast("b32", .b32, .f32), cast("b64", .f64, .b64), cast("b64", .b64, .f64),
            cast("b16", .f16, .b16), cast("b16", .b16, .f16), cast("b16", .bf16, .b16), cast("b16", .b16, .bf16),
            cast("b32", .b32, .f16x2), cast("b32", .b32, .bf16x2),
        ]
        + [
            (RegisterKind.b32, RegisterKind.b16, 2), (.b64, .b32, 2), (.b64, .b16, 4), (.f16x2, .f16, 2),
            (.bf16x2, .bf16, 2),
        ]
        .flatMap { [join($0, of: $1, $2), split($0, into: $1, $2)] }

    private static func copy(_ type: String, _ kind: RegisterKind) -> ScalarForm {
        ScalarForm(spelling: "mov.\(type)", results: [kind], sources: [.value(kind)]) { $0.results[0] = $0.sources[0] }
    }

    private static func cast(_ type: String, _ from: RegisterKind, _ to: RegisterKind) -> ScalarForm {
        ScalarForm(
            spelling: "mov.\(type)", results: [to], sources: [.register(from)], showsNaN: to.parts.isEmpty
        ) { $0.results[0] = $0.sources[0] }
    }

    private static func join(_ whole: RegisterKind, of part: RegisterKind, _ count: Int) -> ScalarForm {
        let source: Source = part.parts.isEmpty ? .value(part) : .register(part)
        return ScalarForm(
            spelling: "mov.b\(whole.bitWidth)", results: [whole], sources: Array(repeating: source, count: count),
            layout: .join
        ) { scalars in
            scalars.results[0] = (0..<count).reduce(0) { $0 | scalars.sources[$1] << UInt64($1 * part.bitWidth) }
        }
    }

    private static func split(_ whole: RegisterKind, into part: RegisterKind, _ count: Int) -> ScalarForm {
        ScalarForm(
            spelling: "mov.b\(whole.bitWidth)", results: Array(repeating: part, count: count),
            sources: [.register(whole)], layout: .split
        ) {
            for k in 0..<count {
                $0.results[k] = $0.sources[0] >> UInt64(k * part.bitWidth) & (1 << UInt64(part.bitWidth) - 1)
            }
        }
    }

    static let carries: [ScalarForm] =
        carrying(UInt32.self) + carrying(Int32.self) + carrying(UInt64.self) + carrying(Int64.self)

    private static func carrying<T: IntegerValue>(_: T.Type) -> [ScalarForm] {
        @Sendable func wide(_ bits: UInt64) -> UInt128 { UInt128(bits) }
        let over = UInt128(1) << UInt128(T.bitWidth)
        var forms: [ScalarForm] = []
        for (reads, writes) in [(false, true), (true, false), (true, true)] {
            let ending = "\(writes ? ".cc" : "").\(T.typeName)"
            let sources = Array(repeating: Source.value(T.kind), count: 3)
            @Sendable func finish(_ scalars: inout Scalars, _ result: UInt128) {
                scalars.results[0] = UInt64(truncatingIfNeeded: result & (over - 1))
                // Beyond the width: a carry out, or, of a difference that wrapped, a borrow.
                if writes { scalars.carry = result & over != 0 }
            }
            @Sendable func incoming(_ scalars: Scalars) -> UInt128 { reads && scalars.carry ? 1 : 0 }
            forms += [
                ScalarForm(
                    spelling: "add\(reads ? "c" : "")\(ending)", results: [T.kind], sources: Array(sources.prefix(2))
                ) { finish(&$0, wide($0.sources[0]) + wide($0.sources[1]) + incoming($0)) },
                ScalarForm(
                    spelling: "sub\(reads ? "c" : "")\(ending)", results: [T.kind], sources: Array(sources.prefix(2))
                ) { finish(&$0, wide($0.sources[0]) &- wide($0.sources[1]) &- incoming($0)) },
            ]
            forms += [("lo", 0), ("hi", T.bitWidth)].map { half, shift in
                ScalarForm(
                    spelling: "mad\(reads ? "c" : "").\(half)\(ending)", results: [T.kind], sources: sources
                ) {
                    let product = Int128(T(bits: $0.sources[0])) &* Int128(T(bits: $0.sources[1]))
                    let part = UInt128(truncatingIfNeeded: product >> Int128(shift)) & (over - 1)
                    finish(&$0, part + wide($0.sources[2]) + incoming($0))
                }
            }
        }
        return forms
    }
}
