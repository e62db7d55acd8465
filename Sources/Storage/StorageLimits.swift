/// The bounds this room asserts on what it is given and on what it holds at once.
///
/// Callers have their own, usually tighter and configurable, limits; these are the ones that nothing may exceed.
public enum StorageLimits {
    /// The longest function name, in UTF-8 bytes. The shortest is 1.
    public static let nameBytes = 256

    /// The largest module, in bytes.
    public static let moduleBytes = 1 << 30

    /// The most bytes of export names and type names of one function, before encoding.
    ///
    /// A module of a few hundred kibibytes can declare signatures whose text takes gigabytes, because a type is
    /// declared once and used by every export.
    public static let exportBytes = 1 << 20

    /// The most functions or jobs in one page of a listing.
    public static let pageItems = 1_000

    /// The bytes of exports, counted as for ``exportBytes``, after which a page ends early.
    public static let pageExportBytes = 4 << 20

    /// The bytes of results after which a page of jobs ends early.
    public static let pageResultBytes = 4 << 20

    /// The largest request of a job, in bytes.
    public static let jobRequestBytes = 512 << 20

    /// The largest result of a job, in bytes.
    public static let jobResultBytes = 1 << 20

    /// The longest key of a request that may be sent again, in bytes. The shortest is 1.
    public static let idempotencyKeyBytes = 255

    /// The largest answer that is kept to be given again, in bytes.
    public static let idempotencyAnswerBytes = 8 << 20

    /// How long a key stands for its first request, in milliseconds: a day.
    public static let idempotencyMilliseconds: Int64 = 24 * 3_600 * 1_000

    /// The most operations in progress or waiting at once, those on jobs apart.
    public static let operations = 1_024

    /// The most creations and cancellations of jobs in progress or waiting at once.
    public static let jobRequests = 4_096

    /// The most changes of jobs by the server itself, such as their ends, in progress or waiting at once.
    ///
    /// They have a number of their own, so that a flood of new jobs cannot keep the old ones from ending.
    public static let jobProgress = 8_192

    /// The most operations that one transaction commits together.
    static let batchOperations = 512

    /// The bytes after which a transaction takes no further operation.
    static let batchBytes = 32 << 20

    /// The most bytes of operations that wait for a transaction; one operation may always wait.
    static let waitingBytes = 256 << 20

    /// The page cache of one SQLite connection, in KiB.
    static let connectionCacheKiB = 512

    /// The reading connections; with the writer, four connections share the 2 MiB of page cache.
    static let readingConnections = 3

    /// The threads that read and write module files.
    static let fileThreads = 3

    /// The size, in bytes, that the write-ahead log is cut back to after a burst.
    static let journalBytes = 4 << 20

    /// How long a statement waits for another program that has locked the database, in seconds.
    static let busySeconds = 2.0
}
