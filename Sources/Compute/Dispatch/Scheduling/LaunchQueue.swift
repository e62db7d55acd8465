import Synchronization
import Threads

/// Brings launches to the device: ``LaunchSchedule`` with the launches and waiters that it decides about.
///
/// Nothing waits here. Whoever enqueues a launch or brings the news that one has ended takes along what may start now,
/// on its own thread, and calls those who waited. No lock is held while the device, a waiter or the observer is called.
final class LaunchQueue: Sendable {
    typealias Waiter = @Sendable () -> Void
    private typealias Schedule = LaunchSchedule<QueuedLaunch, Waiter>

    /// Launches that a thread starts in a row. A device may run short kernels on the thread that starts them; without
    /// a bound, a guest's thread could be kept for good by the launches of others.
    private static let startsInARow = 64

    private let device: any Device
    private let kind: DeviceAttributes.Kind
    private let observer: any ComputeObserver
    private let schedule: Mutex<Schedule>
    private let isClosed = Atomic<Bool>(false)
    private let gauge: PermitGauge

    init(device: any Device, limits: ComputeLimits, observer: any ComputeObserver) {
        self.device = device
        self.observer = observer
        kind = device.attributes.kind
        let permits = max(limits.permits, 1)
        schedule = Mutex(Schedule(permits: permits, outstandingLimit: max(limits.outstandingLaunches, 1)))
        gauge = PermitGauge(permits: permits, observer: observer)
        gauge.tell()
    }

    /// Begins the stream of an instance.
    func open(_ session: SessionState) {
        schedule.withLock { $0.open(session.id, tenant: session.tenant) }
    }

    /// Puts a launch behind those of its stream.
    func enqueue(_ launch: QueuedLaunch) -> LaunchSchedule<QueuedLaunch, Waiter>.Admission {
        guard !isClosed.load(ordering: .acquiring) else { return .refused }
        let now = MonotonicClock.now()
        let admission = schedule.withLock { $0.enqueue(launch, on: launch.session.id, at: now) }
        if admission != .refused { startWhatMay() }
        return admission
    }

    /// - Returns: whether the instance has no launches; otherwise the waiter is called when the last has ended.
    func whenIdle(_ session: SessionState, _ waiter: @escaping Waiter) -> Bool {
        schedule.withLock { $0.whenIdle(session.id, waiter) }
    }

    /// Ends the stream of an instance: what waits is dropped, what runs is stopped.
    /// - Returns: whether the device has nothing of it; otherwise the waiter is called when that is so.
    func end(_ session: SessionState, _ reason: LaunchStopReason, _ waiter: @escaping Waiter) -> Bool {
        let ending = schedule.withLock { $0.end(session.id, waiter) }
        for launch in ending.dropped {
            launch.drop()
            session.releaseBuffers(launch.handles)
        }
        ending.running?.stop(reason)
        if ending.isOver { session.close() }
        for launch in ending.unaccepted { launch.whenAccepted() }
        for waiter in ending.waiters { waiter() }
        return ending.isOver
    }

    var isShutDown: Bool { isClosed.load(ordering: .acquiring) }

    /// From now on nothing is started: what waits for a permit fails when it gets one.
    func close() { isClosed.store(true, ordering: .releasing) }

    private func startWhatMay(atMost limit: Int = LaunchQueue.startsInARow) {
        var left = limit
        while true {
            guard let start = takePermit() else { return }
            carryOut(start)
            left -= 1
            if left == 0 {
                let isHandedOver = WorkerThread.start(name: "launches") { self.startWhatMay(atMost: .max) }
                if isHandedOver { return }
                left = limit
            }
        }
    }

    private func takePermit() -> Schedule.Start? {
        let start = schedule.withLock { schedule in
            let start = schedule.next()
            gauge.set(schedule.usedPermits)
            return start
        }
        if start != nil { gauge.tell() }
        return start
    }

    private func carryOut(_ start: Schedule.Start) {
        let queued = start.launch
        do throws(ComputeError) {
            let launch = try launchIfStillWanted(queued)
            let handle = device.start(launch) { [self] outcome in
                guard queued.completed(outcome) else { return }
                complete(start, outcome, isFromDevice: true)
                startWhatMay()
            }
            if let outcome = queued.started(handle) { complete(start, outcome, isFromDevice: true) }
        } catch {
            complete(start, LaunchOutcome(failure: error, executionNanoseconds: 0), isFromDevice: false)
        }
    }

    private func launchIfStillWanted(_ queued: QueuedLaunch) throws(ComputeError) -> Launch {
        let launch = try queued.begin()
        guard !isClosed.load(ordering: .acquiring) else {
            throw ComputeError(.launchFailed, "the device has been shut down")
        }
        guard MonotonicClock.now() < queued.deadline else { throw LaunchStopReason.deadline.failure }
        return launch
    }

    /// Everything that is counted is counted before anybody is told: who waited finds it done.
    private func complete(_ start: Schedule.Start, _ outcome: LaunchOutcome, isFromDevice: Bool) {
        let session = start.launch.session
        session.releaseBuffers(start.launch.handles)
        session.noteExecution(nanoseconds: outcome.executionNanoseconds)
        if let failure = outcome.failure { session.launchFailed(failure) }
        // While this launch holds the stream no other one prints: the order of what is delivered is theirs.
        if session.hasPrinted, schedule.withLock({ $0.isLast(session.id) }) { session.deliverPrinted() }
        let now = MonotonicClock.now()
        let finish = schedule.withLock { schedule in
            let finish = schedule.finish(session.id, at: now)
            gauge.set(schedule.usedPermits)
            return finish
        }
        gauge.tell()
        if isFromDevice { observe(start, outcome) }
        if finish.isOver { session.close() }
        finish.accepted?.whenAccepted()
        for waiter in finish.waiters { waiter() }
    }

    private func observe(_ start: Schedule.Start, _ outcome: LaunchOutcome) {
        let total = MonotonicClock.now() &- start.waitedSince
        let overhead = total.subtractingReportingOverflow(outcome.executionNanoseconds)
        observer.launchEnded(
            LaunchRecord(
                tenant: start.launch.session.tenant, isConcurrent: start.isConcurrent, device: kind,
                overheadNanoseconds: overhead.overflow ? 0 : overhead.partialValue,
                executionNanoseconds: outcome.executionNanoseconds, isSuccess: outcome.failure == nil))
    }
}
