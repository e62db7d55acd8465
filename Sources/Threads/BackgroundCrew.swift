import Dispatch
import Synchronization

/// Threads for long work that comes in short pieces: they run on what everything else leaves of the processors.
///
/// Threads of the usual standing preempt them at once, so that a request is answered as soon as if nothing long ran.
/// All crews together work on as many pieces at a time as there are processors (``BackgroundPermits``).
/// The price is that on a machine without any processor time to spare they would hardly run. So one more thread of
/// almost usual standing, the relief, looks every ``patienceMilliseconds`` whether something waits and nobody has begun
/// anything; then it does the work until the others come to it again.
public final class BackgroundCrew: Sendable {
    /// How long work may wait without anybody beginning any, in milliseconds.
    static let patienceMilliseconds = 50
    /// The same right after the relief had to step in.
    private static let patienceOnDutyMilliseconds = 1
    /// Looks without any work after which the relief sleeps until there is some: a second.
    private static let idleLooks = 20
    /// Against threads that answer requests, the relief has a third of their weight.
    private static let reliefNiceness: Int32 = 5

    private let name: String
    private let threads: Int
    private let available = DispatchSemaphore(value: 0)
    private let alarm = DispatchSemaphore(value: 0)
    private let ended = DispatchSemaphore(value: 0)
    /// Pieces that wait.
    private let waiting = Atomic<Int>(0)
    /// Pieces that a thread other than the relief has begun.
    private let begun = Atomic<UInt64>(0)
    private let isReliefAsleep = Atomic<Bool>(false)
    private let isStopped = Atomic<Bool>(false)

    /// - Parameters:
    ///   - name: of the threads, followed by a number; at most 8 bytes.
    ///   - threads: at least 1, the relief not counted.
    public init(name: String, threads: Int) {
        self.name = name
        self.threads = max(threads, 1)
    }

    /// Starts the threads, which hold on to `work` until ``stop()``.
    /// - Parameter work: does one piece; called once for each ``summon()``, by any of the threads. It should return within a few milliseconds.
    public func start(_ work: @escaping @Sendable () -> Void) {
        // Without its threads no long work would ever end.
        for index in 0..<threads {
            let isStarted = WorkerThread.start(name: "\(name)-\(index)", standing: .background) { self.serve(work) }
            precondition(isStarted, "no thread for \(name)")
        }
        let isStarted = WorkerThread.start(name: "\(name)-relief", standing: .nice(Self.reliefNiceness)) {
            self.relieve(work)
        }
        precondition(isStarted, "no thread for \(name)")
    }

    /// One more piece of work waits.
    public func summon() {
        waiting.add(1, ordering: .sequentiallyConsistent)
        available.signal()
        if isReliefAsleep.load(ordering: .sequentiallyConsistent),
            isReliefAsleep.exchange(false, ordering: .sequentiallyConsistent)
        {
            alarm.signal()
        }
    }

    /// Ends the threads after their present pieces; what waits stays undone.
    public func stop() {
        guard !isStopped.exchange(true, ordering: .sequentiallyConsistent) else { return }
        for _ in 0..<threads { available.signal() }
        alarm.signal()
    }

    /// Returns when all threads have ended. To be called once, after ``stop()``, by none of them.
    public func join() {
        for _ in 0...threads { ended.wait() }
    }

    /// Whether the relief sleeps until there is work.
    var isReliefSleeping: Bool { isReliefAsleep.load(ordering: .sequentiallyConsistent) }

    private var mustEnd: Bool { isStopped.load(ordering: .sequentiallyConsistent) }

    private func serve(_ work: () -> Void) {
        let permits = BackgroundPermits.shared
        let turn = DispatchSemaphore(value: 0)
        while true {
            available.wait()
            if mustEnd { break }
            permits.acquire(turn)
            // The relief may have done it while this thread was waking up or waiting for its permit.
            if takesOne() {
                begun.add(1, ordering: .relaxed)
                work()
            }
            permits.release()
        }
        ended.signal()
    }

    private func relieve(_ work: () -> Void) {
        var looks = 0
        var patience = Self.patienceMilliseconds
        while !mustEnd {
            let before = begun.load(ordering: .relaxed)
            _ = alarm.wait(timeout: .now() + .milliseconds(patience))
            looks = waiting.load(ordering: .sequentiallyConsistent) == 0 ? looks + 1 : 0
            // Whoever had to step in once will be needed again: the others get no processor.
            patience = Self.patienceMilliseconds
            while begun.load(ordering: .relaxed) == before, !mustEnd, takesOne() {
                work()
                patience = Self.patienceOnDutyMilliseconds
            }
            if looks >= Self.idleLooks {
                sleepUntilSummoned()
                looks = 0
            }
        }
        ended.signal()
    }

    /// Takes a piece if one waits. The semaphore only wakes: one that it woke may get no processor for long, and then
    /// the piece is for the relief.
    private func takesOne() -> Bool {
        var count = waiting.load(ordering: .sequentiallyConsistent)
        while count > 0 {
            let taken = waiting.compareExchange(
                expected: count, desired: count - 1, ordering: .sequentiallyConsistent)
            if taken.exchanged { return true }
            count = taken.original
        }
        return false
    }

    private func sleepUntilSummoned() {
        isReliefAsleep.store(true, ordering: .sequentiallyConsistent)
        // Work that came before it could see the flag is seen here instead: one of the two always notices.
        let mayStayAwake = waiting.load(ordering: .sequentiallyConsistent) > 0 || mustEnd
        if mayStayAwake, isReliefAsleep.exchange(false, ordering: .sequentiallyConsistent) { return }
        alarm.wait()
    }
}
