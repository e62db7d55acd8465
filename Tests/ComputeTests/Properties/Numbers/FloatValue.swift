/// A floating-point value by its bits.
protocol FloatValue: ScalarValue {
    static var format: NumberFormat { get }
    /// The name of the type in PTX.
    static var typeName: String { get }
}

extension FloatValue {
    var number: ExactNumber { Self.format.number(bits) }
    var isNaN: Bool { Self.format.isNaN(bits) }
    var isNegative: Bool { Self.format.isNegative(bits) }
    /// Its place among the numbers; `nil` for NaN.
    var place: Int64? { Self.format.place(bits) }

    static var nan: Self { Self(bits: format.quietNaN) }
    static var zero: Self { Self(bits: 0) }
    static var one: Self { Self(bits: format.one) }

    init(_ number: ExactNumber, _ direction: ExactNumber.Direction = .rn) {
        self.init(bits: Self.format.bits(number, direction))
    }

    /// `.sat`: between 0 and 1, NaN as 0.
    var saturated: Self {
        guard let place, place > 0, let one = Self.one.place else { return .zero }
        return place < one ? self : .one
    }

    /// `.relu`: not below 0.
    var rectified: Self { isNaN ? .nan : isNegative ? .zero : self }
}

struct Binary32: FloatValue {
    static let format = NumberFormat.f32
    static let typeName = "f32"
    static let kind = RegisterKind.f32
    let bits: UInt64
}

struct Binary64: FloatValue {
    static let format = NumberFormat.f64
    static let typeName = "f64"
    static let kind = RegisterKind.f64
    let bits: UInt64
}

struct Binary16: FloatValue {
    static let format = NumberFormat.f16
    static let typeName = "f16"
    static let kind = RegisterKind.f16
    let bits: UInt64
}

struct BrainFloat: FloatValue {
    static let format = NumberFormat.bf16
    static let typeName = "bf16"
    static let kind = RegisterKind.bf16
    let bits: UInt64
}

/// Two 16-bit values in one register.
struct FloatPair<Half: FloatValue>: ScalarValue {
    static var kind: RegisterKind { Half.kind == .f16 ? .f16x2 : .bf16x2 }
    let bits: UInt64

    init(bits: UInt64) { self.bits = bits }
    init(low: Half, high: Half) { bits = low.bits | high.bits << 16 }

    var low: Half { Half(bits: bits & 0xffff) }
    var high: Half { Half(bits: bits >> 16 & 0xffff) }
}
