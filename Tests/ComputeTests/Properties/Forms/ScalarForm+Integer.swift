/// Integer arithmetic.
extension ScalarForm {
    static let integers: [ScalarForm] =
        arithmetic(UInt16.self) + arithmetic(Int16.self) + arithmetic(UInt32.self) + arithmetic(Int32.self)
        + arithmetic(UInt64.self) + arithmetic(Int64.self) + wide(UInt16.self, UInt32.self)
        + wide(Int16.self, Int32.self) + wide(UInt32.self, UInt64.self) + wide(Int32.self, Int64.self)
        + signed(Int16.self) + signed(Int32.self) + signed(Int64.self) + words + narrow(UInt32.self)
        + narrow(Int32.self) + dots + pairs

    private static func arithmetic<T: IntegerValue>(_: T.Type) -> [ScalarForm] {
        let t = T.typeName
        // 128 bits hold every product modulo 2^128, of which the upper half is right for either sign.
        @Sendable func product(_ a: T, _ b: T) -> Int128 { Int128(a) &* Int128(b) }
        let width = Int128(T.bitWidth)
        return [
            binary("add.\(t)") { (a: T, b: T) in T(truncatingIfNeeded: Int128(a) + Int128(b)) },
            binary("sub.\(t)") { (a: T, b: T) in T(truncatingIfNeeded: Int128(a) - Int128(b)) },
            binary("mul.lo.\(t)") { (a: T, b: T) in T(truncatingIfNeeded: product(a, b)) },
            binary("mul.hi.\(t)") { (a: T, b: T) in T(truncatingIfNeeded: product(a, b) >> width) },
            ternary("mad.lo.\(t)") { (a: T, b: T, c: T) in T(truncatingIfNeeded: product(a, b) &+ Int128(c)) },
            ternary("mad.hi.\(t)") { (a: T, b: T, c: T) in
                T(truncatingIfNeeded: (product(a, b) >> width) &+ Int128(c))
            },
            ternary("sad.\(t)") { (a: T, b: T, c: T) in
                T(truncatingIfNeeded: Int128(c) + (Int128(a) - Int128(b)).magnitude.asSigned)
            },
            // A divisor of zero: what the devices give, where the ISA leaves it open.
            binary("div.\(t)") { (a: T, b: T) in b == 0 ? ~0 : T(truncatingIfNeeded: Int128(a) / Int128(b)) },
            binary("rem.\(t)") { (a: T, b: T) in b == 0 ? a : T(truncatingIfNeeded: Int128(a) % Int128(b)) },
            binary("min.\(t)") { (a: T, b: T) in Swift.min(a, b) },
            binary("max.\(t)") { (a: T, b: T) in Swift.max(a, b) },
        ]
    }

    private static func signed<T: IntegerValue>(_: T.Type) -> [ScalarForm] {
        [
            unary("abs.\(T.typeName)") { (a: T) in T(truncatingIfNeeded: Int128(a).magnitude) },
            unary("neg.\(T.typeName)") { (a: T) in T(truncatingIfNeeded: -Int128(a)) },
        ]
    }

    private static func wide<T: IntegerValue, W: IntegerValue>(_: T.Type, _: W.Type) -> [ScalarForm] {
        [
            binary("mul.wide.\(T.typeName)") { (a: T, b: T) in W(a) * W(b) },
            ternary("mad.wide.\(T.typeName)") { (a: T, b: T, c: W) in
                W(truncatingIfNeeded: Int128(a) * Int128(b) + Int128(c))
            },
        ]
    }

    private static func clamped(_ value: Int64) -> Int32 { Int32(clamping: value) }

    private static let words: [ScalarForm] = [
        binary("add.sat.s32") { (a: Int32, b: Int32) in clamped(Int64(a) + Int64(b)) },
        binary("sub.sat.s32") { (a: Int32, b: Int32) in clamped(Int64(a) - Int64(b)) },
        ternary("mad.hi.sat.s32") { (a: Int32, b: Int32, c: Int32) in
            clamped(((Int64(a) * Int64(b)) >> 32) + Int64(c))
        },
        binary("min.relu.s32") { (a: Int32, b: Int32) in max(min(a, b), 0) },
        binary("max.relu.s32") { (a: Int32, b: Int32) in max(a, b, 0) },
    ]

    private static func narrow<T: IntegerValue>(_: T.Type) -> [ScalarForm] {
        @Sendable func cut(_ a: T) -> Int128 {
            let low = Int128(a.bits & 0xff_ffff)
            return T.isSigned && low >= 1 << 23 ? low - 1 << 24 : low
        }
        @Sendable func low(_ a: T, _ b: T) -> Int128 { cut(a) * cut(b) }
        @Sendable func high(_ a: T, _ b: T) -> Int128 { (cut(a) * cut(b)) >> 16 }
        return [
            binary("mul24.lo.\(T.typeName)") { (a: T, b: T) in T(truncatingIfNeeded: low(a, b)) },
            binary("mul24.hi.\(T.typeName)") { (a: T, b: T) in T(truncatingIfNeeded: high(a, b)) },
            ternary("mad24.lo.\(T.typeName)") { (a: T, b: T, c: T) in T(truncatingIfNeeded: low(a, b) + Int128(c)) },
            ternary("mad24.hi.\(T.typeName)") { (a: T, b: T, c: T) in T(truncatingIfNeeded: high(a, b) + Int128(c)) },
        ]
    }

    private static let dots: [ScalarForm] = ["u32", "s32"].flatMap { first in
        ["u32", "s32"].flatMap { second -> [ScalarForm] in
            [("dp4a", 4, 0), ("dp2a.lo", 2, 0), ("dp2a.hi", 2, 2)].map { name, count, start in
                ternary("\(name).\(first).\(second)") { (a: UInt32, b: UInt32, c: UInt32) in
                    var sum = Int64(Int32(bitPattern: c))
                    for k in 0..<count {
                        let width = 32 / count
                        sum += part(a, k, width, first == "s32") * part(b, k + start, 8, second == "s32")
                    }
                    return UInt32(truncatingIfNeeded: sum)
                }
            }
        }
    }

    /// Part `index` of a word that is divided into parts of `width` bits.
    private static func part(_ word: UInt32, _ index: Int, _ width: Int, _ isSigned: Bool) -> Int64 {
        let value = Int64(word >> UInt32(index * width)) % (1 << Int64(width))
        return isSigned && value >= 1 << Int64(width - 1) ? value - 1 << Int64(width) : value
    }

    private static let pairs: [ScalarForm] = [true, false].flatMap { isSigned -> [ScalarForm] in
        let operations: [(String, @Sendable (Int64, Int64) -> Int64)] = [
            ("add", { $0 + $1 }), ("min", { Swift.min($0, $1) }), ("max", { Swift.max($0, $1) }),
        ]
        return operations.map { name, operation in
            binary("\(name).\(isSigned ? "s16x2" : "u16x2")") { (a: UInt32, b: UInt32) in
                let halves = (0..<2).map { operation(part(a, $0, 16, isSigned), part(b, $0, 16, isSigned)) }
                return UInt32(UInt16(truncatingIfNeeded: halves[0])) | UInt32(UInt16(truncatingIfNeeded: halves[1]))
                    << 16
            }.withoutConstants
        }
    }
}

extension UInt128 {
    fileprivate var asSigned: Int128 { Int128(truncatingIfNeeded: self) }
}
