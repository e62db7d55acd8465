import GRDB
import Tenancy

/// Reads rows of the table `jobs`.
enum JobRow {
    /// What ``record(_:)`` and ``sequence(_:)`` expect, in this order.
    static let columns = """
        id, function, tenant, status, created_unix_ms, started_unix_ms, finished_unix_ms, attempts, result, sequence
        """

    /// The record that a row stands for.
    static func record(_ row: Row) throws -> JobRecord {
        let state = JobState(
            phase: try phase(try row.decode(String.self, atIndex: 3)), attempts: try row.decode(Int.self, atIndex: 7))
        return JobRecord(
            id: try id(try row.decode(String.self, atIndex: 0)),
            function: try function(try row.decode(String.self, atIndex: 1)),
            tenant: TenantID(databaseInteger: try row.decode(Int64.self, atIndex: 2)),
            status: state.status,
            createdUnixMilliseconds: try row.decode(Int64.self, atIndex: 4),
            startedUnixMilliseconds: try row.decode(Int64?.self, atIndex: 5),
            finishedUnixMilliseconds: try row.decode(Int64?.self, atIndex: 6),
            attempts: state.attempts,
            result: try row.decode(Blob?.self, atIndex: 8)?.bytes)
    }

    static func sequence(_ row: Row) throws -> Int64 { try row.decode(Int64.self, atIndex: 9) }

    static func id(_ text: String) throws(StorageError) -> JobID {
        guard let id = JobID(parsing: text) else { throw damage("id") }
        return id
    }

    static func function(_ text: String) throws(StorageError) -> FunctionID {
        guard let id = FunctionID(parsing: text) else { throw damage("function") }
        return id
    }

    static func phase(_ text: String) throws(StorageError) -> JobState.Phase {
        guard let phase = JobState.Phase(rawValue: text) else { throw damage("status") }
        return phase
    }

    private static func damage(_ column: String) -> StorageError {
        StorageError(.corrupt, underlying: "jobs: a row with an unreadable \(column)")
    }
}
