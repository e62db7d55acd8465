/// The id of one request, sent back as `X-Request-Id` on every response.
///
/// Unique, not secret: it is made without a system call, and whoever sees one can compute the next.
public struct RequestID: Hashable, Sendable, CustomStringConvertible {
    /// The first 64 bits.
    public let high: UInt64
    /// The last 64 bits.
    public let low: UInt64

    /// A new id.
    public init() {
        (high, low) = IdentifierSource.pair()
    }

    /// 32 lower-case hexadecimal digits.
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
