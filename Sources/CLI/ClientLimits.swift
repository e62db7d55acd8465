/// What the command line program accepts from files, servers and its own arguments. Sizes are in bytes.
enum ClientLimits {
    /// A module file. A server has its own, usually lower, limit.
    static let moduleBytes = 1 << 30
    /// The file given as a call's input, which the server's body limit bounds more tightly.
    static let inputBytes = 256 << 20
    /// A server's answer; the largest one by contract is a page of 1000 functions with their exports.
    static let responseBytes = 64 << 20
    /// Nesting of a JSON text.
    static let jsonDepth = 64
    /// Functions collected from all pages of a listing.
    static let listedFunctions = 100_000
    /// Functions asked for with one request; the most the API allows.
    static let pageFunctions = 1_000
    /// Time to connect, in seconds.
    static let connectSeconds: Int64 = 5
    /// Time for an answer that needs no guest and no compiler, in seconds.
    static let answerSeconds: Int64 = 30
    /// Time for a call or a deployment, in seconds: the longest deadline a server can be configured with, and a minute.
    static let callSeconds: Int64 = 3_660
    /// Longest deadline that can be asked for, in milliseconds.
    static let deadlineMilliseconds: UInt64 = 3_600_000
    /// Calls of one benchmark; each keeps 8 bytes.
    static let benchIterations = 10_000_000
    /// Time of one call of a benchmark, in nanoseconds; a guest that never ends would be measured without end.
    static let benchCallNanoseconds: UInt64 = 30_000_000_000
    /// How long an upload lasts before its progress is shown, in milliseconds.
    static let quietMilliseconds = 1_000
    /// Between two updates of the progress, in milliseconds.
    static let progressMilliseconds = 250
    /// A piece of an upload, the resolution of its progress.
    static let uploadPieceBytes = 256 << 10
    /// A control string, such as a window title, that is still hidden; what follows beyond it is shown as text.
    static let controlStringBytes = 64 << 10
    /// How much later than its deadline a guest that blocks on standard input is given up, in nanoseconds.
    static let blockedGuestNanoseconds: UInt64 = 100_000_000
}
