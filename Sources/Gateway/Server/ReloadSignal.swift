import UnixSignals

/// SIGHUP: the operator has changed a file that the server reads.
public enum ReloadSignal {
    /// Calls `reload` for each signal, one at a time, until the task is cancelled.
    public static func whenReceived(_ reload: @Sendable () async -> Void) async {
        for await _ in await UnixSignalsSequence(trapping: .sighup) { await reload() }
    }
}
