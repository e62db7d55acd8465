import DequeModule

/// Decides who may run: a fixed number of slots and a bounded queue in front of them, first come, first served.
///
/// A plain value without clocks or locks. Invariants: never more than `slots` calls hold one, and nobody waits while
/// a slot is free.
struct AdmissionQueue {
    enum Decision: Equatable {
        case admitted
        case waiting
        case refused
    }

    let slots: Int
    let waitingLimit: Int
    private(set) var taken = 0
    private var queue: Deque<UInt64> = []

    /// - Parameters:
    ///   - slots: calls that may run at once, at least 1.
    ///   - waitingLimit: calls that may wait.
    init(slots: Int, waitingLimit: Int) {
        precondition(slots > 0 && waitingLimit >= 0)
        self.slots = slots
        self.waitingLimit = waitingLimit
    }

    /// The number of calls that wait.
    var waiting: Int { queue.count }

    /// Asks for a slot. An admitted call gives it back with ``release()``.
    mutating func request(_ call: UInt64) -> Decision {
        if taken < slots {
            taken += 1
            return .admitted
        }
        guard queue.count < waitingLimit else { return .refused }
        queue.append(call)
        return .waiting
    }

    /// Gives a slot back.
    /// - Returns: the call that takes it over, if one waits.
    mutating func release() -> UInt64? {
        precondition(taken > 0, "a slot was given back twice")
        if let next = queue.popFirst() { return next }
        taken -= 1
        return nil
    }

    /// Stops waiting.
    /// - Returns: whether the call waited; otherwise it holds a slot or is unknown here. Takes O(waiting).
    mutating func withdraw(_ call: UInt64) -> Bool {
        guard let index = queue.firstIndex(of: call) else { return false }
        queue.remove(at: index)
        return true
    }
}
