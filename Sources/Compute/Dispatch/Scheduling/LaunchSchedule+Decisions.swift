extension LaunchSchedule {
    /// Whether a launch has its place in the stream.
    enum Admission: Equatable {
        /// It has.
        case accepted
        /// It will run in its order, but the stream has too many launches before it; see ``Finish/accepted``.
        case waiting
        /// The stream has ended.
        case refused
    }

    /// A launch that has a permit.
    struct Start {
        let launch: Launch
        /// Since when no earlier launch of its stream stood before it.
        let waitedSince: UInt64
        /// Whether other launches were at the device when it got its permit.
        let isConcurrent: Bool
    }

    /// What the end of a launch brings about.
    struct Finish {
        /// The launch of the stream that has its place only now.
        var accepted: Launch?
        /// Who waited for the stream to be idle, which it is.
        var waiters: [Waiter] = []
        /// Whether the stream was ending and is gone.
        var isOver = false
    }

    /// What closing a stream brings about.
    struct Ending {
        /// Launches that will never run, in order.
        var dropped: [Launch] = []
        /// Those of them that never had their place in the stream.
        var unaccepted: [Launch] = []
        /// The launch at the device, which is to be stopped.
        var running: Launch?
        /// Who waited for the stream to be idle; the waiter of the end itself is not among them.
        var waiters: [Waiter] = []
        /// Whether nothing of the stream is at the device; otherwise the waiter is among those of the last finish.
        var isOver = false
    }
}

extension LaunchSchedule.Start: Sendable where Launch: Sendable {}
