/// The failures that a guest can ask for.
struct FailureLog {
    /// The message of the last one; empty when there was none.
    private(set) var lastMessage = ""
    private var firstOfLaunches: ComputeError?

    /// Something that a call of the guest reports itself.
    mutating func record(_ error: ComputeError) { lastMessage = error.message }

    /// A launch has failed, which the next `sync` reports.
    mutating func launchFailed(_ error: ComputeError) {
        record(error)
        if firstOfLaunches == nil { firstOfLaunches = error }
    }

    /// The first failure of a launch since this was last asked.
    mutating func takeFirstOfLaunches() -> ComputeError? { firstOfLaunches.take() }
}
