/// The identity of a tenant: any unsigned 64-bit integer, 0 for callers that name none.
public struct TenantID: Hashable, Sendable, CustomStringConvertible {
    /// The number clients use.
    public let rawValue: UInt64

    /// Makes an identity of its number.
    public init(_ rawValue: UInt64) {
        self.rawValue = rawValue
    }

    /// The number in decimal.
    public var description: String { String(rawValue) }
}
