import Glibc
import UnixSignals

/// SIGHUP: the operator has changed a file that the server reads.
public enum ReloadSignal {
    /// Keeps a signal that comes before ``whenReceived(_:)`` from ending the process. Once, at the start.
    public static func ignoreUntilServing() { _ = signal(SIGHUP, SIG_IGN) }

    /// Calls `reload` for each signal, one at a time, until the task is cancelled.
    public static func whenReceived(_ reload: @Sendable () async -> Void) async {
        for await _ in await UnixSignalsSequence(trapping: .sighup) { await reload() }
    }
}
