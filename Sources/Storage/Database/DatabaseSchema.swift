import GRDB

/// The tables, as a list of migrations that only ever grows.
enum DatabaseSchema {
    /// Brings the database to the newest version this program knows.
    ///
    /// - Throws: ``StorageError/Code/tooNew`` when the database has migrations this program does not know: to go on
    ///   could lose what a newer version keeps in them.
    static func migrate(_ pool: DatabasePool) throws {
        let migrator = migrator()
        guard try !pool.read(migrator.hasBeenSuperseded) else {
            throw StorageError(.tooNew, underlying: "\(pool.path) has unknown migrations")
        }
        try migrator.migrate(pool)
    }

    /// Whether a newer version of this program wrote the database.
    static func isTooNew(_ database: Database) throws -> Bool {
        try migrator().hasBeenSuperseded(database)
    }

    private static func migrator() -> DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1-functions") { database in
            // Sequence numbers are counted for each tenant alone, because cursors show them: a number shared by all
            // would tell every tenant how much the others deploy.
            try database.execute(
                sql: """
                    CREATE TABLE tenant_sequences (
                        tenant INTEGER PRIMARY KEY,
                        last INTEGER NOT NULL
                    ) STRICT;
                    CREATE TABLE functions (
                        id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
                        tenant INTEGER NOT NULL,
                        sequence INTEGER NOT NULL,
                        name TEXT NOT NULL,
                        digest TEXT NOT NULL CHECK (length(digest) = 64),
                        size_bytes INTEGER NOT NULL CHECK (size_bytes >= 0),
                        exports TEXT NOT NULL,
                        created_unix_ms INTEGER NOT NULL,
                        UNIQUE (tenant, sequence)
                    ) STRICT;
                    CREATE INDEX functions_by_name ON functions (tenant, name, sequence);
                    CREATE INDEX functions_by_digest ON functions (digest);
                    """)
        }
        migrator.registerMigration("2-jobs", migrate: createJobs)
        return migrator
    }
}
