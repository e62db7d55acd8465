/// The type of a scalar or of a buffer's elements.
enum FixtureType: String, Decodable, Sendable {
    case u8
    case s8
    case u16
    case s16
    case u32
    case s32
    case u64
    case s64
    case f16
    case bf16
    case f32
    case f64

    /// In bytes.
    var width: Int {
        switch self {
        case .u8, .s8: 1
        case .u16, .s16, .f16, .bf16: 2
        case .u32, .s32, .f32: 4
        case .u64, .s64, .f64: 8
        }
    }

    /// Bits of a significand with the one that is not stored; `nil` for integers.
    var precision: Int? {
        switch self {
        case .f16: 11
        case .bf16: 8
        case .f32: 24
        case .f64: 53
        default: nil
        }
    }

    /// The number that an element's bits mean. Integers of 64 bits lose their last digits.
    func number(bits: UInt64) -> Double {
        switch self {
        case .u8, .u16, .u32, .u64: Double(bits)
        case .s8: Double(Int8(truncatingIfNeeded: bits))
        case .s16: Double(Int16(truncatingIfNeeded: bits))
        case .s32: Double(Int32(truncatingIfNeeded: bits))
        case .s64: Double(Int64(bitPattern: bits))
        case .f16: Double(Float16(bitPattern: UInt16(truncatingIfNeeded: bits)))
        case .bf16: Double(Float(bitPattern: UInt32(truncatingIfNeeded: bits) << 16))
        case .f32: Double(Float(bitPattern: UInt32(truncatingIfNeeded: bits)))
        case .f64: Double(bitPattern: bits)
        }
    }

    /// The bits of a number that the type holds without rounding.
    func bits(exactly value: Double) -> UInt64 {
        switch self {
        case .u8, .u16, .u32, .u64: UInt64(value)
        case .s8, .s16, .s32, .s64: UInt64(bitPattern: Int64(value)) & mask
        case .f16: UInt64(Float16(value).bitPattern)
        case .bf16: UInt64(Float(value).bitPattern >> 16)
        case .f32: UInt64(Float(value).bitPattern)
        case .f64: value.bitPattern
        }
    }

    /// The bits that an element has.
    var mask: UInt64 { UInt64.max >> (64 - 8 * UInt64(width)) }
}
