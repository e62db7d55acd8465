/// What a register of some kind holds for one thread; `bits` are zero-extended.
protocol ScalarValue: Sendable {
    static var kind: RegisterKind { get }
    init(bits: UInt64)
    var bits: UInt64 { get }
}

/// An integer type of PTX.
protocol IntegerValue: ScalarValue, FixedWidthInteger {}

extension IntegerValue {
    init(bits: UInt64) { self.init(truncatingIfNeeded: bits) }
    var bits: UInt64 { UInt64(truncatingIfNeeded: self) & (UInt64.max >> UInt64(64 - Self.bitWidth)) }
    static var typeName: String { (isSigned ? "s" : "u") + "\(bitWidth)" }
    static var kind: RegisterKind { bitWidth == 64 ? .b64 : bitWidth == 32 ? .b32 : .b16 }
    /// Sign- or zero-extended to a register of some kind.
    func extended(to kind: RegisterKind) -> UInt64 {
        UInt64(truncatingIfNeeded: self) & (UInt64.max >> UInt64(64 - kind.bitWidth))
    }
}

extension UInt8: IntegerValue {}
extension Int8: IntegerValue {}
extension UInt16: IntegerValue {}
extension Int16: IntegerValue {}
extension UInt32: IntegerValue {}
extension Int32: IntegerValue {}
extension UInt64: IntegerValue {}
extension Int64: IntegerValue {}

extension Bool: ScalarValue {
    static var kind: RegisterKind { .pred }
    init(bits: UInt64) { self = bits != 0 }
    var bits: UInt64 { self ? 1 : 0 }
}
