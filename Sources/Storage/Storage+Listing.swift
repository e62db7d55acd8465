import GRDB
import Tenancy

extension Storage {
    /// A page of a tenant's functions, in the order of their creation, the oldest first.
    ///
    /// The order never changes: a function that exists during the whole of a listing is listed exactly once, whatever
    /// is created or deleted between the pages.
    ///
    /// - Parameters:
    ///   - tenant: Whose functions.
    ///   - name: Only functions with exactly this name, when given.
    ///   - limit: 1 … ``StorageLimits.pageItems``. A page may have fewer although more follow, when their exports
    ///     are large: whether more follow, only ``FunctionPage/nextCursor`` tells.
    ///   - cursor: The last page's ``FunctionPage/nextCursor``, of the same tenant and name; nil for the first page.
    /// - Throws: ``StorageError`` with ``StorageError/Code/invalidCursor``, ``StorageError/Code/invalidLimit`` or
    ///   ``StorageError/Code/invalidName``, or the disk's failure.
    public func functions(
        tenant: TenantID, name: String? = nil, limit: Int = 100, cursor: String? = nil
    ) async throws(StorageError) -> FunctionPage {
        guard (1...StorageLimits.pageItems).contains(limit) else { throw StorageError(.invalidLimit) }
        if let name { try Self.check(name: name) }
        var place = ListCursor(after: 0)
        if let cursor { place = try ListCursor(parsing: cursor, of: .functions(tenant: tenant, name: name)) }
        try gate.enter()
        defer { gate.leave() }
        return try await pool.storageRead { [place] database in
            try FunctionTable.page(tenant: tenant, name: name, limit: limit, after: place, database)
        }
    }
}
