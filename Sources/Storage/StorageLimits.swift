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

    /// The most functions in one page of a listing.
    public static let pageFunctions = 1_000

    /// The bytes of exports, counted as for ``exportBytes``, after which a page ends early.
    public static let pageExportBytes = 4 << 20

    /// The most operations in progress or waiting at once.
    public static let operations = 1_024

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
