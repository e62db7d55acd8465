import GRDB

extension DatabaseSchema {
    /// The tables of jobs and of repeated requests.
    ///
    /// Requests have a table of their own, because every change of a row writes the whole row again, and because they
    /// go when the job ends while its result stays. `number` orders the jobs of all tenants and is shown to nobody;
    /// `sequence` orders those of one, for the reason given for functions.
    @Sendable static func createJobs(_ database: Database) throws {
        try database.execute(
            sql: """
                CREATE TABLE job_sequences (
                    tenant INTEGER PRIMARY KEY,
                    last INTEGER NOT NULL
                ) STRICT;
                CREATE TABLE jobs (
                    number INTEGER PRIMARY KEY,
                    id TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
                    tenant INTEGER NOT NULL,
                    sequence INTEGER NOT NULL,
                    function TEXT NOT NULL CHECK (length(function) = 36),
                    status TEXT NOT NULL CHECK (
                        CASE WHEN finished_unix_ms IS NULL THEN status IN ('pending', 'running')
                        ELSE status IN ('completed', 'failed', 'cancelled') END),
                    time_limit_ms INTEGER,
                    created_unix_ms INTEGER NOT NULL,
                    started_unix_ms INTEGER,
                    finished_unix_ms INTEGER,
                    attempts INTEGER NOT NULL CHECK (attempts >= 0),
                    result BLOB,
                    UNIQUE (tenant, sequence)
                ) STRICT;
                CREATE INDEX jobs_unfinished ON jobs (number) WHERE finished_unix_ms IS NULL;
                CREATE INDEX jobs_pending ON jobs (tenant, sequence) WHERE finished_unix_ms IS NULL;
                CREATE INDEX jobs_by_status ON jobs (tenant, status, sequence) WHERE finished_unix_ms IS NOT NULL;
                CREATE INDEX jobs_by_function ON jobs (tenant, function, sequence);
                CREATE INDEX jobs_by_function_status ON jobs (tenant, function, status, sequence)
                    WHERE finished_unix_ms IS NOT NULL;
                CREATE INDEX jobs_by_end ON jobs (finished_unix_ms) WHERE finished_unix_ms IS NOT NULL;
                CREATE TABLE job_requests (
                    number INTEGER PRIMARY KEY,
                    body BLOB NOT NULL
                ) STRICT;
                CREATE TABLE idempotency_keys (
                    tenant INTEGER NOT NULL,
                    action TEXT NOT NULL,
                    key TEXT NOT NULL,
                    request_digest TEXT NOT NULL CHECK (length(request_digest) = 64),
                    answer BLOB NOT NULL,
                    created_unix_ms INTEGER NOT NULL,
                    PRIMARY KEY (tenant, action, key)
                ) STRICT;
                CREATE INDEX idempotency_keys_by_age ON idempotency_keys (created_unix_ms);
                """)
    }
}
