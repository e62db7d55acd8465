import Dispatch
import Glibc
import HeapModule
import Synchronization
import Threads

/// Advances the engine's epoch while guests run, and fires timers of suspended guests.
///
/// The thread ticks every ``tickNanoseconds`` while at least one guest is alive and sleeps otherwise, so that an
/// idle server uses no processor time. Resolution of everything it drives is one tick.
public final class EpochTicker: Sendable {
    /// The length of a tick: 1 ms.
    public static let tickNanoseconds: UInt64 = 1_000_000
    /// Ticks without a guest after which the thread sleeps: waking it costs a system call per first guest.
    private static let idleTicks = 100

    private let guests = Atomic<Int>(0)
    private let sleeping = Atomic<Bool>(false)
    private let stopped = Atomic<Bool>(false)
    private let wakeUp = DispatchSemaphore(value: 0)
    private let ended = DispatchSemaphore(value: 0)
    private let thread = Atomic<UInt>(0)
    private let timers = Mutex(Heap<EpochTimer>())

    init(_ tick: @escaping @Sendable () -> Void) {
        if !WorkerThread.start(name: "epoch-ticker", { [self] in run(tick) }) {
            // Without a ticker no deadline would ever fire; an engine that cannot stop guests must not run any.
            preconditionFailure("the system refused the thread that enforces deadlines")
        }
    }

    /// The monotonic clock of all deadlines, in nanoseconds.
    @inline(__always)
    public static func now() -> UInt64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return UInt64(time.tv_sec) &* 1_000_000_000 &+ UInt64(time.tv_nsec)
    }

    /// Calls `action` on the ticker's thread at the first tick at or after `time` while guests are alive.
    /// - Parameter action: must return at once and must be harmless when it comes after its purpose is gone.
    public func schedule(at time: UInt64, _ action: @escaping @Sendable () -> Void) {
        timers.withLock { $0.insert(EpochTimer(time: time, action: action)) }
    }

    @inline(__always)
    func guestStarted() {
        guests.add(1, ordering: .sequentiallyConsistent)
        if sleeping.load(ordering: .sequentiallyConsistent),
            sleeping.exchange(false, ordering: .sequentiallyConsistent)
        {
            wakeUp.signal()
        }
    }

    @inline(__always)
    func guestEnded() {
        guests.subtract(1, ordering: .sequentiallyConsistent)
    }

    /// Ends the thread and returns when it no longer touches the engine.
    func stop() {
        guard !stopped.exchange(true, ordering: .sequentiallyConsistent) else { return }
        wakeUp.signal()
        // A timer's action may drop the last reference to the engine: then this is the ticker's own thread, which
        // looks at `stopped` before it touches the engine again.
        guard thread.load(ordering: .acquiring) != UInt(pthread_self()) else { return }
        ended.wait()
    }

    private func run(_ tick: @Sendable () -> Void) {
        thread.store(UInt(pthread_self()), ordering: .releasing)
        var idle = 0
        var next = Self.now()
        while !stopped.load(ordering: .acquiring) {
            next = max(next &+ Self.tickNanoseconds, Self.now())
            sleepUntil(next)
            tick()
            fireTimers()
            idle = guests.load(ordering: .sequentiallyConsistent) == 0 ? idle + 1 : 0
            if idle >= Self.idleTicks {
                sleepUntilGuestStarts()
                idle = 0
                next = Self.now()
            }
        }
        ended.signal()
    }

    private func sleepUntilGuestStarts() {
        sleeping.store(true, ordering: .sequentiallyConsistent)
        // A guest that started before it could see the flag is seen here instead: one of the two always notices.
        if guests.load(ordering: .sequentiallyConsistent) != 0,
            sleeping.exchange(false, ordering: .sequentiallyConsistent)
        {
            return
        }
        wakeUp.wait()
    }

    private func fireTimers() {
        let now = Self.now()
        let due = timers.withLock { timers in
            var due: [EpochTimer] = []
            while let first = timers.min, first.time <= now { due.append(timers.removeMin()) }
            return due
        }
        for timer in due { timer.action() }
    }

    private func sleepUntil(_ time: UInt64) {
        var request = timespec(tv_sec: Int(time / 1_000_000_000), tv_nsec: Int(time % 1_000_000_000))
        while clock_nanosleep(CLOCK_MONOTONIC, Int32(TIMER_ABSTIME), &request, nil) == EINTR {}
    }
}

/// An action that waits for its time.
struct EpochTimer: Comparable, Sendable {
    let time: UInt64
    let action: @Sendable () -> Void

    static func < (left: EpochTimer, right: EpochTimer) -> Bool { left.time < right.time }
    static func == (left: EpochTimer, right: EpochTimer) -> Bool { left.time == right.time }
}
