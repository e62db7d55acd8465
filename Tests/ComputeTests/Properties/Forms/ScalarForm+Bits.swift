/// Logic, shifts, and operations on the bits of words.
extension ScalarForm {
    static let bits: [ScalarForm] =
        logic(UInt16.self) + logic(UInt32.self) + logic(UInt64.self) + shifts + counts(UInt32.self)
        + counts(UInt64.self) + fields + highBits(UInt32.self) + highBits(Int32.self) + highBits(UInt64.self)
        + highBits(Int64.self) + funnels + permutations + [lookup] + predicates

    private static func logic<T: IntegerValue>(_: T.Type) -> [ScalarForm] {
        let t = "b\(T.bitWidth)"
        return [
            binary("and.\(t)") { (a: T, b: T) in a & b }, binary("or.\(t)") { (a: T, b: T) in a | b },
            binary("xor.\(t)") { (a: T, b: T) in a ^ b }, unary("not.\(t)") { (a: T) in ~a },
            unary("cnot.\(t)") { (a: T) -> T in a == 0 ? 1 : 0 },
        ]
    }

    private static let shifts: [ScalarForm] =
        shift("b16", UInt16.self) + shift("b32", UInt32.self) + shift("b64", UInt64.self) + shift("u16", UInt16.self)
        + shift("u32", UInt32.self) + shift("u64", UInt64.self) + shift("s16", Int16.self) + shift("s32", Int32.self)
        + shift("s64", Int64.self)

    private static func shift<T: IntegerValue>(_ type: String, _: T.Type) -> [ScalarForm] {
        // Swift's own shifts by too much give zeros, or copies of the sign.
        let right = binary("shr.\(type)") { (a: T, b: UInt32) in a >> b }
        return type.hasPrefix("b") ? [binary("shl.\(type)") { (a: T, b: UInt32) in a << b }, right] : [right]
    }

    private static func counts<T: IntegerValue>(_: T.Type) -> [ScalarForm] {
        let width = T.bitWidth
        @Sendable func bit(_ a: T, _ place: Int) -> Bool { a >> T(place) & 1 != 0 }
        return [
            unary("popc.b\(width)") { (a: T) in UInt32((0..<width).count { bit(a, $0) }) },
            unary("clz.b\(width)") { (a: T) in UInt32((0..<width).reversed().prefix { !bit(a, $0) }.count) },
            unary("brev.b\(width)") { (a: T) in
                (0..<width).reduce(T(0)) { $0 | (bit(a, $1) ? 1 << T(width - 1 - $1) : 0) }
            },
        ]
    }

    private static func highBits<T: IntegerValue>(_: T.Type) -> [ScalarForm] {
        let width = T.bitWidth
        @Sendable func place(_ a: T) -> Int? {
            let value = a < 0 ? ~a : a
            return (0..<width).last { value >> T($0) & 1 != 0 }
        }
        return [
            unary("bfind.\(T.typeName)") { (a: T) in place(a).map { UInt32($0) } ?? .max },
            unary("bfind.shiftamt.\(T.typeName)") { (a: T) in place(a).map { UInt32(width - 1 - $0) } ?? .max },
        ]
    }

    private static let fields: [ScalarForm] =
        extraction(UInt32.self) + extraction(Int32.self) + extraction(UInt64.self) + extraction(Int64.self)
        + [insertion(UInt32.self), insertion(UInt64.self)]

    private static func extraction<T: IntegerValue>(_: T.Type) -> [ScalarForm] {
        let highest = T.bitWidth - 1
        return [
            ternary("bfe.\(T.typeName)") { (a: T, b: UInt32, c: UInt32) in
                let (position, length) = (Int(b & 0xff), Int(c & 0xff))
                let sign = T.isSigned && length > 0 && a >> T(min(position + length - 1, highest)) & 1 != 0
                return (0...highest).reduce(T(0)) { result, i in
                    let isInside = i < length && position + i <= highest
                    return result | (isInside ? a >> T(position + i) & 1 : sign ? 1 : 0) << T(i)
                }
            }
        ]
    }

    private static func insertion<T: IntegerValue>(_: T.Type) -> ScalarForm {
        let kind = T.kind
        return ScalarForm(
            spelling: "bfi.b\(T.bitWidth)", results: [kind],
            sources: [.value(kind), .value(kind), .value(.b32), .value(.b32)]
        ) {
            let a = T(bits: $0.sources[0])
            var target = T(bits: $0.sources[1])
            let (position, length) = (Int($0.sources[2] & 0xff), Int($0.sources[3] & 0xff))
            for i in 0..<length where position + i < T.bitWidth {
                let place = T(1) << T(position + i)
                target = a >> T(i) & 1 != 0 ? target | place : target & ~place
            }
            $0.results[0] = target.bits
        }
    }

    private static let funnels: [ScalarForm] = ["clamp", "wrap"].flatMap { mode in
        @Sendable func count(_ c: UInt32) -> UInt64 { mode == "wrap" ? UInt64(c & 31) : UInt64(min(c, 32)) }
        return [
            ternary("shf.l.\(mode).b32") { (a: UInt32, b: UInt32, c: UInt32) in
                UInt32(truncatingIfNeeded: UInt64(b) << count(c) | UInt64(a) >> (32 - count(c)))
            },
            ternary("shf.r.\(mode).b32") { (a: UInt32, b: UInt32, c: UInt32) in
                UInt32(truncatingIfNeeded: UInt64(b) << (32 - count(c)) | UInt64(a) >> count(c))
            },
        ]
    }

    private static func bytes(_ a: UInt32, _ b: UInt32) -> [UInt32] {
        [a, b].flatMap { word in [0, 8, 16, 24].map { word >> $0 & 0xff } }
    }

    /// For each mode and each value of the selector's two low bits: the bytes of the result, the highest first.
    private static let byteChoices: [(String, [[Int]])] = [
        ("f4e", [[3, 2, 1, 0], [4, 3, 2, 1], [5, 4, 3, 2], [6, 5, 4, 3]]),
        ("b4e", [[5, 6, 7, 0], [6, 7, 0, 1], [7, 0, 1, 2], [0, 1, 2, 3]]),
        ("rc8", [[0, 0, 0, 0], [1, 1, 1, 1], [2, 2, 2, 2], [3, 3, 3, 3]]),
        ("ecl", [[3, 2, 1, 0], [3, 2, 1, 1], [3, 2, 2, 2], [3, 3, 3, 3]]),
        ("ecr", [[0, 0, 0, 0], [1, 1, 1, 0], [2, 2, 1, 0], [3, 2, 1, 0]]),
        ("rc16", [[1, 0, 1, 0], [3, 2, 3, 2], [1, 0, 1, 0], [3, 2, 3, 2]]),
    ]

    private static let permutations: [ScalarForm] =
        byteChoices.map { mode, choices in
            ternary("prmt.b32.\(mode)") { (a: UInt32, b: UInt32, c: UInt32) in
                choices[Int(c & 3)].reduce(UInt32(0)) { $0 << 8 | bytes(a, b)[$1] }
            }
        } + [
            ternary("prmt.b32") { (a: UInt32, b: UInt32, c: UInt32) in
                (0..<4).reversed().reduce(UInt32(0)) { result, position in
                    let choice = c >> UInt32(4 * position) & 0xf
                    let byte = bytes(a, b)[Int(choice & 7)]
                    return result << 8 | (choice & 8 == 0 ? byte : byte & 0x80 != 0 ? 0xff : 0)
                }
            }
        ]

    private static let lookup = ScalarForm(
        spelling: "lop3.b32", results: [.b32], sources: [.value(.b32), .value(.b32), .value(.b32), .byte]
    ) {
        var result: UInt64 = 0
        for bit: UInt64 in 0..<32 {
            let index = ($0.sources[0] >> bit & 1) << 2 | ($0.sources[1] >> bit & 1) << 1 | $0.sources[2] >> bit & 1
            result |= ($0.sources[3] >> index & 1) << bit
        }
        $0.results[0] = result
    }

    private static let predicates: [ScalarForm] = [
        binary("and.pred") { (a: Bool, b: Bool) in a && b }, binary("or.pred") { (a: Bool, b: Bool) in a || b },
        binary("xor.pred") { (a: Bool, b: Bool) in a != b }, unary("not.pred") { (a: Bool) in !a },
        unary("mov.pred") { (a: Bool) in a },
    ]
}
