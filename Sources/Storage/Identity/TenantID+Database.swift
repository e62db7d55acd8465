import Tenancy

extension TenantID {
    /// The same 64 bits as the signed integer that SQLite stores; the order of tenants does not survive.
    var databaseInteger: Int64 { Int64(bitPattern: rawValue) }

    init(databaseInteger: Int64) {
        self.init(UInt64(bitPattern: databaseInteger))
    }
}
