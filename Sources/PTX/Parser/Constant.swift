/// The value of a constant expression (PTX ISA, "Constant Expressions").
enum Constant: Equatable {
    /// 64 bits, read as a signed or an unsigned number where an operator asks.
    case integer(UInt64, isUnsigned: Bool)
    /// The bits of `0f…`, which takes part in no arithmetic.
    case single(UInt32)
    case double(Double)

    static func signed(_ value: Int64) -> Constant { .integer(UInt64(bitPattern: value), isUnsigned: false) }
    static func truth(_ value: Bool) -> Constant { .signed(value ? 1 : 0) }
}
