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

    /// The same 64 bits as the signed integer that SQLite stores; the order of tenants does not survive.
    var databaseInteger: Int64 { Int64(bitPattern: rawValue) }

    init(databaseInteger: Int64) {
        rawValue = UInt64(bitPattern: databaseInteger)
    }
}
