/// What a backup holds.
public struct BackupReport: Sendable, Equatable {
    /// The functions.
    public internal(set) var functions = 0

    /// The modules they have, each counted once.
    public internal(set) var modules = 0

    /// The jobs, ended and not.
    public internal(set) var jobs = 0
}
