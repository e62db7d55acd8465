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
    /// Jobs collected from all pages of a listing.
    static let listedJobs = 100_000
    /// Jobs listed unless more are asked for.
    static let shownJobs = 100
    /// Jobs asked for with one request; the most the API allows.
    static let pageJobs = 1_000
    /// One event of a stream: the largest chunk as text, every byte of which may have become three, with room to spare.
    static let eventBytes = 1 << 20
    /// A file of certificates or keys.
    static let pemBytes = 4 << 20
    /// Between two questions after a job, in milliseconds: the first and the longest pause.
    static let jobPauseMilliseconds: (first: UInt64, longest: UInt64) = (20, 1_000)
    /// How long the end of a job is waited for while the server cannot be reached, in seconds. A server that is started
    /// again needs less, and its jobs go on.
    static let serverAbsenceSeconds: UInt64 = 60
    /// Longest wait for a job's end that can be asked for, in seconds: the time that jobs are kept by default.
    static let jobWaitSeconds: UInt64 = 7 * 86_400
    /// Between two updates of the board, in seconds.
    static let boardInterval = 0.1...3_600.0
    /// Samples of a metrics page that are kept.
    static let metricSamples = 1_000_000
    /// Tenants and instances shown on the board.
    static let boardRows = 10
    /// A file or a line with one token: the longest one, and the end of its line.
    static let tokenFileBytes = 2_048
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
