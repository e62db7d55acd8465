import CThreads

/// How many processor cores this process may use: its affinity, which containers and `taskset` restrict.
public enum AvailableProcessors {
    /// At least 1; read once.
    public static let count = Int(tw_available_processors())
}
