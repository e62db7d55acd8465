import GRDB

/// The statements of one caller that wait for a transaction, and the way back to the caller.
///
/// Exactly one of `fail` and what `run` returned last is called in the end.
struct QueuedWrite: Sendable {
    /// Executes the statements; may be called again after the transaction was rolled back.
    ///
    /// - Returns: What lets the caller go on, to be called after the commit.
    let run: @Sendable (Database) throws -> @Sendable () -> Void

    /// Lets the caller fail.
    let fail: @Sendable (StorageError) -> Void
}
