/// A fundamental type of PTX (PTX ISA, "Fundamental Types").
public enum ScalarType: String, Sendable, Hashable, CaseIterable {
    case s8, s16, s32, s64
    case u8, u16, u32, u64
    case b8, b16, b32, b64, b128
    case f16, f32, f64
    case bf16, tf32
    case f16x2, bf16x2, s16x2, u16x2
    case e4m3, e5m2, e4m3x2, e5m2x2
    case pred

    /// What the bits of a value mean.
    public enum Kind: Sendable, Hashable { case signed, unsigned, bits, float, predicate }

    /// What the bits of a value mean. Packed types count by their parts.
    public var kind: Kind {
        switch self {
        case .s8, .s16, .s32, .s64, .s16x2: .signed
        case .u8, .u16, .u32, .u64, .u16x2: .unsigned
        case .b8, .b16, .b32, .b64, .b128: .bits
        case .f16, .f32, .f64, .bf16, .tf32, .f16x2, .bf16x2, .e4m3, .e5m2, .e4m3x2, .e5m2x2: .float
        case .pred: .predicate
        }
    }

    /// Size in bits; 1 for predicates.
    public var bitWidth: Int {
        switch self {
        case .s8, .u8, .b8, .e4m3, .e5m2: 8
        case .s16, .u16, .b16, .f16, .bf16, .e4m3x2, .e5m2x2: 16
        case .s32, .u32, .b32, .f32, .tf32, .f16x2, .bf16x2, .s16x2, .u16x2: 32
        case .s64, .u64, .b64, .f64: 64
        case .b128: 128
        case .pred: 1
        }
    }

    /// Size in memory in bytes.
    public var byteCount: Int { max(bitWidth / 8, 1) }
}
