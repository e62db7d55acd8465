import CWasmtime

/// The processors this process may run on, which containers and `taskset` make fewer than the machine has.
public enum AvailableProcessors {
    /// At least 1; read once.
    public static let count = Int(tw_available_processors())
}
