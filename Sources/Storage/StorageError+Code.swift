extension StorageError {
    /// The stable kind of a ``StorageError``.
    public struct Code: RawRepresentable, Sendable, Hashable {
        /// The code's name, for logs and metrics.
        public let rawValue: String

        /// Makes a code of a name.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// No space, quota or file size left.
        public static let full = Code(rawValue: "full")
        /// The directory or the database may not be written.
        public static let readOnly = Code(rawValue: "read_only")
        /// Input or output failed, the directory is gone, or another program holds the database.
        public static let unavailable = Code(rawValue: "unavailable")
        /// Another process has opened the same directory.
        public static let locked = Code(rawValue: "locked")
        /// Stored data is not what was written.
        public static let corrupt = Code(rawValue: "corrupt")
        /// The module is not stored.
        public static let notFound = Code(rawValue: "not_found")
        /// A listing cursor that this storage did not issue for this listing.
        public static let invalidCursor = Code(rawValue: "invalid_cursor")
        /// A page size outside 1 … ``StorageLimits/pageItems``.
        public static let invalidLimit = Code(rawValue: "invalid_limit")
        /// A name that is empty, longer than ``StorageLimits/nameBytes``, or holds a NUL.
        public static let invalidName = Code(rawValue: "invalid_name")
        /// A module larger than ``StorageLimits/moduleBytes``.
        public static let moduleTooLarge = Code(rawValue: "module_too_large")
        /// Export signatures larger than ``StorageLimits/exportBytes``.
        public static let exportsTooLarge = Code(rawValue: "exports_too_large")
        /// A job's request larger than ``StorageLimits/jobRequestBytes``.
        public static let requestTooLarge = Code(rawValue: "request_too_large")
        /// A job's result larger than ``StorageLimits/jobResultBytes``.
        public static let resultTooLarge = Code(rawValue: "result_too_large")
        /// A key of a repeated request that is empty, too long, or not visible ASCII.
        public static let invalidKey = Code(rawValue: "invalid_key")
        /// An answer to repeat larger than ``StorageLimits/idempotencyAnswerBytes``.
        public static let answerTooLarge = Code(rawValue: "answer_too_large")
        /// The digest given is not the digest of the bytes given.
        public static let digestMismatch = Code(rawValue: "digest_mismatch")
        /// The data directory cannot be used as one.
        public static let invalidDirectory = Code(rawValue: "invalid_directory")
        /// The database was written by a newer version of this program.
        public static let tooNew = Code(rawValue: "too_new")
        /// A backup would replace a file, or a restoration what is in a directory.
        public static let alreadyExists = Code(rawValue: "already_exists")
        /// More operations at once than ``StorageLimits`` allows.
        public static let overloaded = Code(rawValue: "overloaded")
        /// The storage has been closed.
        public static let closed = Code(rawValue: "closed")

        var defaultMessage: String {
            Self.messages[self] ?? "storage failed"
        }

        private static let messages: [Code: String] = [
            .full: "storage is full",
            .readOnly: "storage is read-only",
            .unavailable: "storage is unavailable",
            .locked: "the data directory is in use by another process",
            .corrupt: "stored data is damaged",
            .notFound: "the module is not stored",
            .invalidCursor: "the cursor does not belong to this listing",
            .invalidLimit: "the limit must be between 1 and \(StorageLimits.pageItems)",
            .invalidName: "the name must have between 1 and \(StorageLimits.nameBytes) bytes and no NUL",
            .moduleTooLarge: "the module is too large to store",
            .exportsTooLarge: "the module declares too many or too large exports",
            .requestTooLarge: "the request is too large to store",
            .resultTooLarge: "the result is too large to store",
            .invalidKey:
                "the key must have between 1 and \(StorageLimits.idempotencyKeyBytes) visible ASCII characters",
            .answerTooLarge: "the answer is too large to store",
            .digestMismatch: "the digest does not match the module",
            .invalidDirectory: "the data directory cannot be used",
            .tooNew: "the data directory was written by a newer version",
            .alreadyExists: "the file or directory exists already",
            .overloaded: "too many storage operations at once",
            .closed: "storage is closed",
        ]
    }
}
