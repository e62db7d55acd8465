/// What was left by a process that died and has been removed or set right when the storage was opened.
public struct CleanupReport: Sendable, Equatable {
    /// Files that were being written.
    public internal(set) var temporaryFiles = 0

    /// Modules that no function refers to.
    public internal(set) var orphanedModules = 0

    /// Files that should have been removed and could not be; the next opening tries again.
    public internal(set) var failures = 0

    /// Jobs that ran when the process died, and wait again.
    public internal(set) var interruptedJobs = 0

    mutating func addTemporary(_ counts: (removed: Int, failed: Int)) {
        temporaryFiles += counts.removed
        failures += counts.failed
    }
}
