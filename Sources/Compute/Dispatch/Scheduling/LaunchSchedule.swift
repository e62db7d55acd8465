/// Decides which launch goes to the device next.
///
/// A stream is what one instance has launched, in order: only its first launch may be at the device. A fixed number of
/// permits bounds the launches at the device. When one is free, tenants take turns, and within a tenant its streams.
///
/// A plain value without clocks or locks; time is a parameter, in nanoseconds. Invariants: as many permits are used as
/// streams have a launch at the device, and the caller who takes ``next()`` until it is empty leaves no launch waiting
/// while a permit is free. `Launch` and `Waiter` are whatever the caller needs to carry it out.
struct LaunchSchedule<Launch: Sendable, Waiter> {
    typealias StreamID = UInt64

    private struct Stream {
        let tenant: UInt64
        var running: Launch?
        var queue = FIFO<Launch>()
        var waiters: [Waiter] = []
        var isEnding = false
        /// Since when the first launch has none of its stream before it.
        var headSince: UInt64 = 0

        var outstanding: Int { queue.count + (running == nil ? 0 : 1) }
    }

    let permits: Int
    let outstandingLimit: Int
    private(set) var usedPermits = 0
    private var streams: [StreamID: Stream] = [:]
    /// Streams whose first launch waits for a permit.
    private var ready = RoundRobin<StreamID>()

    /// - Parameters:
    ///   - permits: launches at the device at once, at least 1.
    ///   - outstandingLimit: launches of a stream that count as accepted, at least 1.
    init(permits: Int, outstandingLimit: Int) {
        precondition(permits > 0 && outstandingLimit > 0, "a schedule without places")
        self.permits = permits
        self.outstandingLimit = outstandingLimit
    }

    /// The number of streams that wait for a permit.
    var waitingStreams: Int { ready.count }

    mutating func open(_ id: StreamID, tenant: UInt64) {
        precondition(streams[id] == nil, "a stream was opened twice")
        streams[id] = Stream(tenant: tenant)
    }

    /// Puts a launch behind the others of its stream.
    mutating func enqueue(_ launch: Launch, on id: StreamID, at now: UInt64) -> Admission {
        guard let index = streams.index(forKey: id), !streams.values[index].isEnding else { return .refused }
        if streams.values[index].outstanding == 0 {
            streams.values[index].headSince = now
            ready.append(id, of: streams.values[index].tenant)
        }
        streams.values[index].queue.append(launch)
        return streams.values[index].outstanding <= outstandingLimit ? .accepted : .waiting
    }

    /// Takes a permit for the launch whose turn it is. The caller brings it to the device and says ``finish(_:at:)``.
    mutating func next() -> Start? {
        guard usedPermits < permits, let id = ready.popFirst() else { return nil }
        guard let index = streams.index(forKey: id), let launch = streams.values[index].queue.popFirst() else {
            preconditionFailure("a stream without launches waited for a permit")
        }
        streams.values[index].running = launch
        usedPermits += 1
        return Start(
            launch: launch, waitedSince: streams.values[index].headSince, isConcurrent: usedPermits > 1)
    }

    /// Gives the permit of a stream's launch back.
    mutating func finish(_ id: StreamID, at now: UInt64) -> Finish {
        guard let index = streams.index(forKey: id), streams.values[index].running.take() != nil else {
            preconditionFailure("a launch has ended that was not at the device")
        }
        usedPermits -= 1
        var finish = Finish()
        let queued = streams.values[index].queue.count
        if queued > 0 {
            streams.values[index].headSince = now
            ready.append(id, of: streams.values[index].tenant)
            if queued >= outstandingLimit { finish.accepted = streams.values[index].queue[outstandingLimit - 1] }
        } else {
            swap(&finish.waiters, &streams.values[index].waiters)
            finish.isOver = streams.values[index].isEnding
            if finish.isOver { streams.remove(at: index) }
        }
        return finish
    }

    /// Whether a stream's last launch is at the device.
    func isLast(_ id: StreamID) -> Bool { streams[id]?.outstanding == 1 }

    /// Leaves a waiter for the end of all launches of a stream.
    /// - Returns: whether there are none, and the waiter is not needed.
    mutating func whenIdle(_ id: StreamID, _ waiter: Waiter) -> Bool {
        guard let index = streams.index(forKey: id), streams.values[index].outstanding > 0 else { return true }
        streams.values[index].waiters.append(waiter)
        return false
    }

    /// Closes a stream: its queue is dropped, and it is over when its launch at the device has ended.
    mutating func end(_ id: StreamID, _ waiter: Waiter) -> Ending {
        guard let index = streams.index(forKey: id) else { return Ending(isOver: true) }
        let running = streams.values[index].running
        if running == nil { _ = ready.removeFirst(of: streams.values[index].tenant) { $0 == id } }
        var ending = Ending(dropped: streams.values[index].queue.removeAll(), running: running)
        ending.unaccepted = Array(ending.dropped.dropFirst(outstandingLimit - (running == nil ? 0 : 1)))
        if running == nil {
            ending.isOver = true
            ending.waiters = streams.remove(at: index).value.waiters
        } else {
            streams.values[index].isEnding = true
            streams.values[index].waiters.append(waiter)
        }
        return ending
    }
}
