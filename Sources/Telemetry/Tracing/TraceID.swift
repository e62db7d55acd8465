/// The id of a trace: 128 bits, never zero.
public struct TraceID: Hashable, Sendable, CustomStringConvertible {
    /// The first 64 bits.
    public let high: UInt64
    /// The last 64 bits.
    public let low: UInt64

    /// - Returns: Nil for zero, which W3C Trace Context reserves for "no trace".
    public init?(high: UInt64, low: UInt64) {
        guard high | low != 0 else { return nil }
        self.high = high
        self.low = low
    }

    private init(_ pair: (high: UInt64, low: UInt64)) {
        high = pair.high
        low = pair.low
    }

    /// A new id, unique but not secret.
    public static func random() -> TraceID {
        TraceID(IdentifierSource.pair())
    }

    /// 32 lower-case hexadecimal digits, as in `X-Trace-Id`.
    public var hex: String {
        HexText.string(high, low)
    }

    /// The digits of `hex` as ASCII, without a heap allocation.
    public var hexDigits: InlineArray<32, UInt8> {
        HexText.digits(high, low)
    }

    /// The same as `hex`.
    public var description: String { hex }
}
