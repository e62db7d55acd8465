import GRDB
import Testing

@testable import Storage

@Suite struct MigrationTests {
    @Test func `A directory of the first version keeps its functions and gains jobs`() async throws {
        try await withTemporaryDirectory { path in
            let first = try Storage(directory: path)
            let created = try await first.deploy()
            try await first.pool.storageWrite { database in
                try database.execute(
                    sql: """
                        DROP TABLE jobs; DROP TABLE job_requests; DROP TABLE job_sequences; DROP TABLE idempotency_keys;
                        DELETE FROM grdb_migrations WHERE identifier = '2-jobs';
                        """)
            }
            try await first.close()
            // An operator may back up before the new version has ever opened it.
            #expect(try Storage.backup(directory: path, to: path + "/backup") == BackupReport(functions: 1, modules: 1))
            #expect(try Storage.integrityCheck(directory: path).isSound)
            try Storage.restore(from: path + "/backup", into: path + "/restored")
            for directory in [path, path + "/restored"] {
                let storage = try Storage(directory: directory)
                #expect(try await storage.function(created.id) == created)
                #expect(try await storage.submit().status == .pending)
                try await storage.close()
            }
        }
    }
}
