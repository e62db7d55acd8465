import Glibc

/// How much a pipe holds before a write has to wait.
enum PipeSize {
    /// `F_GETPIPE_SZ` of `fcntl`, which Swift does not import.
    private static let command: Int32 = 1_032

    static func bytes(_ descriptor: Int32) -> Int { Int(fcntl(descriptor, command)) }
}
