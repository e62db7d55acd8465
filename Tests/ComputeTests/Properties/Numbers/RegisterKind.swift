/// Families of registers. Values of 16-bit floats have their own, so that a NaN's payload, which PTX leaves open, never
/// becomes part of an integer.
enum RegisterKind: Int, CaseIterable, Sendable {
    case pred, b16, b32, b64, f32, f64, f16, bf16, f16x2, bf16x2

    var bitWidth: Int {
        switch self {
        case .pred: 1
        case .b16, .f16, .bf16: 16
        case .b32, .f32, .f16x2, .bf16x2: 32
        case .b64, .f64: 64
        }
    }

    /// The formats of the floating-point values in such a register, with their lowest bits.
    var parts: [(format: NumberFormat, shift: UInt64)] {
        switch self {
        case .pred, .b16, .b32, .b64: []
        case .f32: [(.f32, 0)]
        case .f64: [(.f64, 0)]
        case .f16: [(.f16, 0)]
        case .bf16: [(.bf16, 0)]
        case .f16x2: [(.f16, 0), (.f16, 16)]
        case .bf16x2: [(.bf16, 0), (.bf16, 16)]
        }
    }

    /// Whether two results are the same: bit for bit, but any NaN is as good as another.
    func areSame(_ x: UInt64, _ y: UInt64) -> Bool {
        if x == y { return true }
        guard !parts.isEmpty else { return false }
        return parts.allSatisfy { part in
            let mask: UInt64 = .max >> UInt64(64 - part.format.bitWidth)
            let (a, b) = (x >> part.shift & mask, y >> part.shift & mask)
            return a == b || (part.format.isNaN(a) && part.format.isNaN(b))
        }
    }

    /// The type that registers are declared with.
    var declaration: String {
        switch self {
        case .pred: "pred"
        case .f32: "f32"
        case .f64: "f64"
        default: "b\(bitWidth)"
        }
    }

    /// The names of registers, before their number.
    var prefix: String {
        switch self {
        case .pred: "p"
        case .b16: "h"
        case .b32: "r"
        case .b64: "rd"
        case .f32: "f"
        case .f64: "fd"
        case .f16: "x"
        case .bf16: "y"
        case .f16x2: "xx"
        case .bf16x2: "yy"
        }
    }

    /// Registers of this kind in a random program: few, so that results are used again soon.
    var count: Int {
        switch self {
        case .b32: 6
        case .pred, .b64, .f32, .f64: 4
        case .b16, .f16, .bf16: 3
        case .f16x2, .bf16x2: 2
        }
    }

    func name(_ number: Int) -> String { "%\(prefix)\(number)" }
}
