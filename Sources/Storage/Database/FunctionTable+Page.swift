import GRDB
import Tenancy

extension FunctionTable {
    /// The functions of a tenant behind a place in its order, oldest first.
    static func page(
        tenant: TenantID, name: String?, limit: Int, after cursor: ListCursor, _ database: Database
    ) throws -> FunctionPage {
        var arguments: StatementArguments = [tenant.databaseInteger, cursor.sequence]
        if let name { arguments += [name] }
        // One row more than asked for tells whether there is a next page.
        arguments += [limit + 1]
        let rows = try FunctionRow.fetchCursor(
            database,
            sql: """
                SELECT * FROM functions
                WHERE tenant = ? AND sequence > ? \(name == nil ? "" : "AND name = ?")
                ORDER BY sequence LIMIT ?
                """,
            arguments: arguments)

        var functions: [FunctionRecord] = []
        var last = cursor
        var exportBytes = 0
        while let function = try rows.next() {
            if functions.count == limit || exportBytes >= StorageLimits.pageExportBytes {
                return FunctionPage(
                    functions: functions, nextCursor: last.text(of: .functions(tenant: tenant, name: name)))
            }
            functions.append(try function.record())
            last = ListCursor(after: function.sequence)
            exportBytes += function.exports.reduce(0) { $0 + $1.storedBytes }
        }
        return FunctionPage(functions: functions, nextCursor: nil)
    }
}
