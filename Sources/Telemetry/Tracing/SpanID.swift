/// The id of a span within a trace: 64 bits, never zero.
public struct SpanID: Hashable, Sendable, CustomStringConvertible {
    /// The id as a number.
    public let value: UInt64

    /// - Returns: Nil for zero, which W3C Trace Context reserves for "no span".
    public init?(value: UInt64) {
        guard value != 0 else { return nil }
        self.value = value
    }

    private init(unchecked value: UInt64) {
        self.value = value
    }

    /// A new id, unique but not secret.
    public static func random() -> SpanID {
        SpanID(unchecked: IdentifierSource.word())
    }

    /// 16 lower-case hexadecimal digits.
    public var hex: String {
        HexText.string(value)
    }

    /// The same as `hex`.
    public var description: String { hex }
}
