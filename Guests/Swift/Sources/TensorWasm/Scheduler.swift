/// The time that a call has, and a guest's courtesy towards others.
public enum Scheduler {
    /// The host's advice to a guest that has yielded.
    public enum Advice: Int32 {
        /// There is time left.
        case goOn = 0
        /// Less than 10 ms are left.
        case deadlineNear = 1
        /// The call is being stopped.
        case stop = 2
    }

    /// Lets others run. Guests are preempted anyway; this chooses a good moment.
    public static func yield() -> Advice { Advice(rawValue: hostYield()) ?? .stop }

    /// Whole milliseconds until the call's deadline; nil without one.
    public static var remainingMilliseconds: UInt32? {
        let left = hostDeadlineRemaining()
        return left == .max ? nil : left
    }
}
